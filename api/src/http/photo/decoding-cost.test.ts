import sharp from 'sharp'
import { expect, it } from 'vitest'
import { decodingCost, type Header, type PhotoFormat } from './decoding-cost.ts'

const METADATA: Header = { width: 1000, height: 1000, channels: 3, depth: 'uchar' }
const flat = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#3080c0' } })

it('is small for what is decoded row by row, however large', async () => {
  const large = { ...METADATA, width: 12_000, height: 9_000 }
  for (const format of ['jpeg', 'png'] as const)
    expect(decodingCost(large, format)).toBe(decodingCost(METADATA, format))
})

it.each([
  ['interlaced PNG', 'png', 243_000_000, {}],
  ['progressive JPEG', 'jpeg', 243_000_000, { chromaSubsampling: '4:2:0' }],
] as const)('is all its pixels for %s', (_, format, bytes, more) => {
  const header = { ...METADATA, width: 9_000, height: 9_000, isProgressive: true, ...more }
  expect(decodingCost(header, format)).toBe(bytes)
})

it('is told by the header of a real file', async () => {
  const { info: _, data } = await flat(6_000)
    .png({ progressive: true })
    .toBuffer({ resolveWithObject: true })
  expect(decodingCost(await sharp(data).metadata(), 'png')).toBe(108_000_000)
})

const WHOLE = { isProgressive: true } as const
it.each([
  ['more than any camera has', 'jpeg', { width: 12_001, height: 10_000 }, 12_000],
  [
    'interlaced PNG of 16 bits and transparency',
    'png',
    { ...WHOLE, channels: 4, depth: 'ushort' },
    3_200,
  ],
  ['progressive JPEG of full colour', 'jpeg', { ...WHOLE, chromaSubsampling: '4:4:4' }, 4_200],
  ['WebP', 'webp', {}, 6_400],
  ['HEIC', 'heic', {}, 5_100],
] satisfies [string, PhotoFormat, Partial<Header>, number][])(
  'of %s is refused by the header, and the sentence names sizes',
  (_, format, header, millions) => {
    const large = { ...METADATA, width: 9_000, height: 9_000, ...header }
    expect(() => decodingCost(large, format)).toThrow(
      expect.objectContaining({
        code: 'evidence-dimensions',
        status: 422,
        text: expect.objectContaining({
          zh: expect.stringMatching(
            new RegExp(`${large.width}×${large.height}.*最多 ${millions} 万像素`),
          ),
          en: expect.stringContaining(`may have ${millions / 100} million`),
        }),
      }),
    )
  },
)

it('leaves room for what telephones make', () => {
  expect(() => decodingCost({ ...METADATA, width: 8_064, height: 6_048 }, 'heic')).not.toThrow()
  expect(() => decodingCost({ ...METADATA, width: 12_000, height: 9_000 }, 'jpeg')).not.toThrow()
})
