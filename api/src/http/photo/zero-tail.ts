import type { PhotoFormat } from './decoding-cost.ts'

/** Zeros at the end are room that was set aside for bytes that never came, if there are this many and this share. */
const LEAST_ZEROS = 256
const LEAST_SHARE = 0.1

/**
 * Whether the end of a picture is zeros. The decoders of WebP and HEIC read on through them and show something; PNG
 * has checksums, and `closeJpeg` looks after JPEG. What lies behind the picture counts for nothing.
 */
export function endsInZeros(bytes: Buffer, format: PhotoFormat): boolean {
  if (format !== 'webp' && format !== 'heic') return false
  const end = format === 'webp' ? endOfRiff(bytes) : endOfMediaData(bytes)
  let from = end
  while (from > 0 && bytes[from - 1] === 0) from -= 1
  return end - from >= Math.max(LEAST_ZEROS, end * LEAST_SHARE)
}

function endOfRiff(bytes: Buffer): number {
  return Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
}

/** Walks the boxes of ISO/IEC 14496-12 to the end of the last that holds coded data. */
function endOfMediaData(bytes: Buffer): number {
  let end = 0
  let at = 0
  while (at + 16 <= bytes.length) {
    const short = bytes.readUInt32BE(at)
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    const next = length === 0 ? bytes.length : at + length
    if (bytes.toString('latin1', at + 4, at + 8) === 'mdat') end = Math.min(next, bytes.length)
    if (length !== 0 && length < 8) break
    at = next
  }
  return end
}
