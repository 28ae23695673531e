import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { pictureFile, thumbnailFile } from './pictures.ts'
import { drawScene, MOMENTS, SCENES, THUMBNAIL } from './scenes.ts'

/* Draws the pictures anew. They are kept with the code because their words need a Chinese font, which not every machine has. */

for (const scene of SCENES) {
  for (const moment of MOMENTS) {
    const picture = sharp(Buffer.from(drawScene(scene, moment)))
    await mkdir(new URL('.', pictureFile(scene, moment)), { recursive: true })
    await writeFile(
      pictureFile(scene, moment),
      await picture.clone().webp({ quality: 82 }).toBuffer(),
    )
    await writeFile(
      thumbnailFile(scene, moment),
      await picture.clone().resize(THUMBNAIL.width).webp({ quality: 75 }).toBuffer(),
    )
  }
}
