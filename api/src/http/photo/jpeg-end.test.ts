import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { developPhoto } from './photo.ts'
import { grainy } from './test-photos.ts'

const WIDTH = 900
const HEIGHT = 600
const END = Buffer.from([0xff, 0xd9])
const ENCODERS = {
  baseline: { optimiseCoding: false },
  'optimised baseline': { optimiseCoding: true },
  progressive: { progressive: true },
} as const

describe.each(Object.entries(ENCODERS))('a %s JPEG', (_, options) => {
  let whole: Buffer
  beforeAll(async () => {
    whole = await grainy(WIDTH, HEIGHT)
      .jpeg({ quality: 80, ...options })
      .toBuffer()
  })
  const start = (share: number) => whole.subarray(0, Math.floor(whole.length * share))
  const taken = async (bytes: Buffer) => {
    const { width, height, incomplete } = await developPhoto(bytes, 'jpeg')
    return { width, height, incomplete }
  }

  it.each([1, 2, 10, 100])('that lost %i bytes is taken as it is, and said so', async (lost) => {
    expect(await taken(whole.subarray(0, -lost))).toEqual({
      width: WIDTH,
      height: HEIGHT,
      incomplete: true,
    })
  })

  it('that is whole is said to be, whatever lies behind it', async () => {
    for (const more of ['', '\0'.repeat(5000), 'MotionPhoto_Data'.repeat(50)])
      expect(await taken(Buffer.concat([whole, Buffer.from(more)]))).toMatchObject({
        incomplete: false,
      })
  })

  it.each([
    ['half missing', () => start(0.5)],
    ['half missing, with an end mark', () => Buffer.concat([start(0.5), END])],
    ['a third missing', () => start(0.6)],
    [
      'half zeros',
      () => Buffer.concat([start(0.5), Buffer.alloc(whole.length - start(0.5).length)]),
    ],
    [
      'half zeros, with an end mark',
      () => Buffer.concat([start(0.5), Buffer.alloc(whole.length - start(0.5).length - 2), END]),
    ],
    [
      'a hole of zeros',
      () =>
        Buffer.concat([start(0.4), Buffer.alloc(4096), whole.subarray(start(0.4).length + 4096)]),
    ],
  ])('with %s is refused', async (_what, broken) => {
    await expect(developPhoto(broken(), 'jpeg')).rejects.toMatchObject({ code: 'evidence-broken' })
  })
})

it('of one colour may be all zeros: that is how it is written', async () => {
  const flat = sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#000' } })
  const bytes = await flat.jpeg().toBuffer()
  expect(bytes.includes(Buffer.alloc(4096))).toBe(true)
  expect(await developPhoto(bytes, 'jpeg')).toMatchObject({ incomplete: false })
})
