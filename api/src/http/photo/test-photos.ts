import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A picture with a red upper left quarter, which shows how it is turned. */
export function drawn(width: number, height: number) {
  const red = {
    create: {
      width: Math.ceil(width / 2),
      height: Math.ceil(height / 2),
      channels: 3 as const,
      background: '#c02020',
    },
  }
  return sharp({ create: { width, height, channels: 3, background: '#b0c8d8' } }).composite([
    { input: red, top: 0, left: 0 },
  ])
}

/** As grainy as what a camera sees: no two rows are alike. */
export function grainy(width = 900, height = 600) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } }).blur(1.5)
}

/** As a telephone writes it: turned by EXIF, with place, time and maker. */
export function telephonePhoto(width = 320, height = 240): Promise<Buffer> {
  return drawn(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'SecretMaker' },
      IFD2: { DateTimeOriginal: '2026:11:20 09:30:00', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 33/1 3600/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '117/1 43/1 4800/100',
      },
    })
    .jpeg()
    .toBuffer()
}

/** A HEIC photograph with the same EXIF block, 320 by 240. */
export function heicPhoto(): Promise<Buffer> {
  return readFile(fileURLToPath(new URL('test-photo.heic', import.meta.url)))
}

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** A few bytes that claim to be a picture of so many pixels. */
export function hugePng(side: number, { interlaced = false } = {}): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.from(`\0\0\0\0${type}`, 'latin1')
    head.writeUInt32BE(data.length)
    return Buffer.concat([head, data, crc(Buffer.concat([Buffer.from(type), data]))])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(bytes: Buffer): Buffer {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  const result = Buffer.alloc(4)
  result.writeUInt32BE((rest ^ 0xffffffff) >>> 0)
  return result
}
