import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { formatOf } from './format.ts'
import { developPhoto } from './photo.ts'
import { heicGrid } from './test-heic-grid.ts'
import { drawn, grainy, heicPhoto, hugePng, telephonePhoto } from './test-photos.ts'

const isRed = async (picture: Buffer, left: number, top: number) => {
  const [red = 0, , blue = 255] = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return red > 150 && blue < 100
}

describe('a photograph', () => {
  it('is turned upright, freed of what was written into it, its place and time kept', async () => {
    const photo = await developPhoto(await telephonePhoto(), 'jpeg')
    expect(photo).toMatchObject({
      mime: 'image/jpeg',
      width: 240,
      height: 320,
      takenAt: new Date('2026-11-20T09:30:00+08:00'),
    })
    expect(photo.position?.[0]).toBeCloseTo(117.73, 6)
    expect(photo.position?.[1]).toBeCloseTo(34.56, 6)
    // A quarter turn to the right takes the upper left quarter to the upper right.
    expect([await isRed(photo.content, 200, 40), await isRed(photo.content, 40, 40)]).toEqual([
      true,
      false,
    ])
    const { exif, iptc, xmp, orientation } = await sharp(photo.content).metadata()
    expect([exif, iptc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(photo.content.includes('SecretMaker')).toBe(false)
  })

  it('gets no larger than needed and has a small picture', async () => {
    const photo = await developPhoto(await drawn(4000, 1000).jpeg().toBuffer(), 'jpeg')
    expect([photo.width, photo.height]).toEqual([2560, 640])
    expect(await sharp(photo.thumbnail).metadata()).toMatchObject({
      format: 'webp',
      width: 320,
      height: 80,
    })
    const small = await developPhoto(await drawn(40, 10).jpeg().toBuffer(), 'jpeg')
    expect([small.width, small.height]).toEqual([40, 10])
  })

  it('of every format is taken', async () => {
    const png = await developPhoto(await drawn(64, 32).png().toBuffer(), 'png')
    const webp = await developPhoto(await drawn(64, 32).webp().toBuffer(), 'webp')
    expect([png.mime, webp.mime, png.position, webp.takenAt]).toEqual([
      'image/png',
      'image/webp',
      null,
      null,
    ])
  })

  it('in HEIC becomes JPEG, and keeps its place', async () => {
    const photo = await developPhoto(await heicPhoto(), 'heic')
    expect(photo).toMatchObject({ mime: 'image/jpeg', width: 320, height: 240 })
    expect(formatOf(photo.content)).toBe('jpeg')
    expect(photo.position?.[0]).toBeCloseTo(117.73, 6)
    expect(await isRed(photo.content, 40, 40)).toBe(true)
  })

  it.each(['jpeg', 'png', 'webp'] as const)('in %s that broke off is refused', async (format) => {
    const whole = await drawn(600, 400).toFormat(format).toBuffer()
    await expect(
      developPhoto(whole.subarray(0, Math.floor(whole.length * 0.6)), format),
    ).rejects.toMatchObject({ code: 'evidence-broken' })
  })

  it('in HEIC that broke off is refused', async () => {
    const whole = await heicPhoto()
    await expect(developPhoto(whole.subarray(0, whole.length - 300), 'heic')).rejects.toMatchObject(
      { code: 'evidence-broken' },
    )
  })

  it('in WebP or HEIC whose end is zeros is refused', async () => {
    const [webp, heic] = [await grainy().webp().toBuffer(), await heicPhoto()]
    for (const [bytes, format] of [
      [webp, 'webp'],
      [heic, 'heic'],
    ] as const) {
      const kept = bytes.subarray(0, Math.floor(bytes.length * (format === 'webp' ? 0.5 : 0.65)))
      const zeroed = Buffer.concat([kept, Buffer.alloc(bytes.length - kept.length)])
      await expect(developPhoto(zeroed, format)).rejects.toMatchObject({ code: 'evidence-broken' })
      const padded = Buffer.concat([bytes, Buffer.alloc(5000)])
      expect(await developPhoto(padded, format)).toMatchObject({ incomplete: false })
    }
  })

  it('in HEIC may be a grid of tiles, but of no other size than it says', async () => {
    const photo = await developPhoto(await heicGrid(3, 2), 'heic')
    expect([photo.width, photo.height]).toEqual([960, 480])
    const small = { width: 320, height: 240 }
    await expect(developPhoto(await heicGrid(12, 10, small), 'heic')).rejects.toMatchObject({
      code: 'evidence-broken',
    })
  })

  it('in HEIC leaves no picture in memory', async () => {
    const grid = await heicGrid(15, 16)
    await developPhoto(grid, 'heic')
    const before = process.memoryUsage().rss
    for (let times = 0; times < 3; times += 1) await developPhoto(grid, 'heic')
    // Three times 18 million pixels at ten bytes each would be 550 MB; other files of this process leave garbage too.
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
  })

  it('of far too many pixels is refused before they are read', async () => {
    const interlaced = hugePng(17_000, { interlaced: true })
    for (const png of [hugePng(30_000), interlaced])
      await expect(developPhoto(png, 'png')).rejects.toMatchObject({ code: 'evidence-dimensions' })
  })
})
