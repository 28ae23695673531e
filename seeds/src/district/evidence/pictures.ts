import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { thumbnailOf, type EvidenceStore } from '@onemap/api/db/evidence-store'
import { MOMENTS, PICTURE, SCENES, type Moment, type Scene } from './scenes.ts'

const FOLDER = new URL('../../../pictures/', import.meta.url)
export const pictureFile = (scene: Scene, moment: Moment): URL =>
  new URL(`${scene}-${moment}.webp`, FOLDER)
export const thumbnailFile = (scene: Scene, moment: Moment): URL =>
  new URL(`${scene}-${moment}.thumbnail.webp`, FOLDER)

/** A file that demonstration evidence refers to. */
export interface ExampleFile {
  readonly sha256: string
  readonly mime: 'image/webp' | 'application/pdf'
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly content: Buffer
  readonly thumbnail: Buffer | null
}

/** The pictures of every scene, and an acceptance sheet. */
export interface Examples {
  picture(scene: Scene, moment: Moment): ExampleFile
  readonly sheet: ExampleFile
}

/** Reads the files that come with the code. */
export async function readExamples(): Promise<Examples> {
  const pictures = new Map<string, ExampleFile>()
  for (const scene of SCENES) {
    for (const moment of MOMENTS) {
      const content = await readFile(pictureFile(scene, moment))
      pictures.set(`${scene} ${moment}`, {
        ...PICTURE,
        ...described(content),
        mime: 'image/webp',
        thumbnail: await readFile(thumbnailFile(scene, moment)),
      })
    }
  }
  const sheet = await readFile(new URL('acceptance.pdf', FOLDER))
  return {
    picture(scene, moment) {
      const found = pictures.get(`${scene} ${moment}`)
      if (found === undefined) throw new Error(`there is no picture of ${scene} ${moment}`)
      return found
    },
    sheet: {
      ...described(sheet),
      mime: 'application/pdf',
      width: null,
      height: null,
      thumbnail: null,
    },
  }
}

/** Puts the files where evidence lies. */
export async function storeExamples(examples: Examples, store: EvidenceStore): Promise<void> {
  const files = [
    ...SCENES.flatMap((scene) => MOMENTS.map((moment) => examples.picture(scene, moment))),
    examples.sheet,
  ]
  for (const { sha256, content, thumbnail } of files) {
    if (thumbnail !== null) await store.put(thumbnailOf(sha256), thumbnail)
    await store.put(sha256, content)
  }
}

function described(content: Buffer): Pick<ExampleFile, 'content' | 'bytes' | 'sha256'> {
  return {
    content,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}
