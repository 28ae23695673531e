import sharp from 'sharp'
import { expect, it } from 'vitest'
import { photoFacts } from './photo-facts.ts'

interface Blocks {
  readonly IFD0?: Record<string, string>
  readonly IFD2?: Record<string, string>
  readonly IFD3?: Record<string, string>
}

async function factsOf(exif: Blocks) {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
  const bytes = await picture.withExif(exif).jpeg().toBuffer()
  return photoFacts((await sharp(bytes).metadata()).exif)
}

const GPS = { GPSDateStamp: '2026:11:19', GPSTimeStamp: '22/1 15/1 3000/100' }

it.each<[string, Blocks, string | null]>([
  [
    'its own time, by China’s clock',
    { IFD2: { DateTimeOriginal: '2026:11:20 09:30:00' } },
    '2026-11-20T01:30:00Z',
  ],
  [
    'its own time before all others',
    {
      IFD0: { DateTime: '2026:11:22 08:00:00' },
      IFD2: { DateTimeOriginal: '2026:11:20 09:30:00', DateTimeDigitized: '2026:11:21 08:00:00' },
      IFD3: GPS,
    },
    '2026-11-20T01:30:00Z',
  ],
  [
    'the time zone it names',
    { IFD2: { DateTimeOriginal: '2026:11:20 09:30:00', OffsetTimeOriginal: '-05:00' } },
    '2026-11-20T14:30:00Z',
  ],
  [
    'a time zone without a colon',
    { IFD2: { DateTimeOriginal: '2026:11:20 09:30:00', OffsetTimeOriginal: '+0900' } },
    '2026-11-20T00:30:00Z',
  ],
  [
    'the file’s time zone where the shutter names none',
    { IFD2: { DateTimeOriginal: '2026:11:20 09:30:00', OffsetTime: '+00:00' } },
    '2026-11-20T09:30:00Z',
  ],
  [
    'CreateDate where there is no DateTimeOriginal',
    { IFD2: { DateTimeDigitized: '2026:11:20 09:30:00', OffsetTimeDigitized: '+07:00' } },
    '2026-11-20T02:30:00Z',
  ],
  [
    'the satellites’ time before when the file was written',
    { IFD0: { DateTime: '2026:11:22 08:00:00' }, IFD3: GPS },
    '2026-11-19T22:15:30Z',
  ],
  [
    'ModifyDate where there is nothing else',
    { IFD0: { DateTime: '2026:11:22 08:00:00' } },
    '2026-11-22T00:00:00Z',
  ],
  [
    'the next where a camera never had its clock set',
    {
      IFD0: { DateTime: '2026:11:22 08:00:00' },
      IFD2: { DateTimeOriginal: '0000:00:00 00:00:00', DateTimeDigitized: '1980:01:01 00:00:00' },
    },
    '2026-11-22T00:00:00Z',
  ],
  ['nothing where it says nothing', { IFD0: { Make: 'SomeMaker' } }, null],
  ['nothing of what makes no sense', { IFD2: { DateTimeOriginal: 'yesterday' } }, null],
])('a photograph tells %s', async (_, exif, expected) => {
  const { takenAt } = await factsOf(exif)
  expect(takenAt).toEqual(expected === null ? null : new Date(expected))
})
