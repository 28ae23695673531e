import type { Metadata } from 'sharp'
import type { SentFormat } from './format.ts'
import { PictureTooLargeError } from './refusals.ts'

export type PhotoFormat = Exclude<SentFormat, 'pdf'>

/** No camera makes more; what is larger would only be thrown away. */
export const MOST_PIXELS = 120_000_000
const MEGABYTE = 1_000_000
/** A decoder that goes through a picture row by row holds this much, however many rows there are. */
const ROW_BY_ROW_BYTES = 64 * MEGABYTE
/**
 * The most that one picture may take where it can only be decoded as a whole. Telephones write HEIC of 48 million
 * pixels; nothing makes interlaced PNG, progressive JPEG or WebP of such a size but somebody who means harm.
 */
const MOST_BYTES = { jpeg: 256, png: 256, webp: 256, heic: 512 } as const

/** What a file's header says of its picture. */
export type Header = Pick<
  Metadata,
  'width' | 'height' | 'channels' | 'depth' | 'chromaSubsampling'
> & { readonly isProgressive?: boolean }

/**
 * How many bytes decoding a picture will take, by its header.
 * @throws PictureTooLargeError before anything is decoded
 */
export function decodingCost(header: Header, format: PhotoFormat): number {
  const { width, height } = header
  const pixels = width * height
  if (pixels > MOST_PIXELS) throw new PictureTooLargeError(width, height, MOST_PIXELS)
  const perPixel = bytesPerPixel(header, format)
  if (perPixel === 0) return ROW_BY_ROW_BYTES
  const most = Math.floor((MOST_BYTES[format] * MEGABYTE) / perPixel)
  if (pixels > most) throw new PictureTooLargeError(width, height, most, format)
  return Math.max(ROW_BY_ROW_BYTES, pixels * perPixel)
}

/** Bytes that are held for each pixel; 0 where the picture is decoded row by row. */
function bytesPerPixel(header: Header, format: PhotoFormat): number {
  if (format === 'heic') return HEIC_BYTES
  if (format === 'webp') return WEBP_BYTES
  if (header.isProgressive !== true) return 0
  // All passes of an interlaced PNG write into one picture.
  if (format === 'png') return header.channels * (header.depth === 'ushort' ? 2 : 1)
  // The scans of a progressive JPEG fill in coefficients of two bytes.
  return 2 * (header.chromaSubsampling === '4:2:0' ? 1.5 : header.channels)
}

/** Planes and pixels in the decoder's memory, and the pixels once more in ours. */
const HEIC_BYTES = 10
const WEBP_BYTES = 4
