import sharp, { type FailOnOptions, type Metadata, type Sharp } from 'sharp'
import type { EvidenceMime } from '../../domain/evidence.ts'
import { decodingCost, MOST_PIXELS, type PhotoFormat } from './decoding-cost.ts'
import { decodeHeic, type RawPicture } from './heic.ts'
import { closeJpeg } from './jpeg-end.ts'
import { photoFacts, type PhotoFacts } from './photo-facts.ts'
import { EvidenceRefusedError, PicturesWaitingError } from './refusals.ts'
import { Turnstile } from './turnstile.ts'
import { endsInZeros } from './zero-tail.ts'

/** A photograph as it is stored. */
export interface Photo extends PhotoFacts {
  readonly mime: EvidenceMime
  readonly content: Buffer
  readonly width: number
  readonly height: number
  readonly thumbnail: Buffer
  /** The file was damaged or cut short near its end; what could be decoded was kept. */
  readonly incomplete: boolean
}

/** Longest side of what is stored, and of the small picture, in pixels. */
const MOST_SIDE = 2560
const THUMBNAIL_SIDE = 320
const PATIENCE_SECONDS = 30
/** Bytes that all decoders together may take, and how many pictures may wait for them. */
const MOST_BYTES_AT_ONCE = 256_000_000
const MOST_WAITING = 32
const developing = new Turnstile(MOST_BYTES_AT_ONCE, MOST_WAITING, () => new PicturesWaitingError())

// Every picture is looked at once: nothing to keep between them. Requests need the other processors.
sharp.cache(false)
sharp.concurrency(1)

/**
 * Draws a photograph anew: upright, no larger than needed, without anything that was written into it. Place and
 * time are read before. What decoding will take is told by the header, and kept within bounds.
 * @throws EvidenceRefusedError for what is damaged, incomplete or has far too many pixels
 */
export async function developPhoto(bytes: Buffer, format: PhotoFormat): Promise<Photo> {
  const header = await understood(() => sharp(bytes, { limitInputPixels: false }).metadata())
  return developing.pass(decodingCost(header, format), () => develop(bytes, format, header))
}

async function develop(bytes: Buffer, format: PhotoFormat, header: Metadata): Promise<Photo> {
  const { picture, incomplete } = await drawAnew(bytes, format, header)
  const { data: content, info } = picture
  const thumbnail = await sharp(content)
    .resize({
      width: THUMBNAIL_SIDE,
      height: THUMBNAIL_SIDE,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .webp({ quality: 75 })
    .toBuffer()
  return {
    mime: MIMES[format],
    content,
    width: info.width,
    height: info.height,
    thumbnail,
    incomplete,
    ...photoFacts(header.exif),
  }
}

async function drawAnew(bytes: Buffer, format: PhotoFormat, header: Metadata) {
  if (endsInZeros(bytes, format)) throw new EvidenceRefusedError('evidence-broken')
  if (format === 'heic') {
    const raw = await understood(() =>
      decodeHeic(bytes, { mostPixels: header.width * header.height, side: MOST_SIDE }),
    )
    return { picture: await understood(() => drawn(fromRaw(raw), format)), incomplete: false }
  }
  if (format !== 'jpeg')
    return { picture: await understood(() => drawn(fromFile(bytes), format)), incomplete: false }
  try {
    return { picture: await drawn(fromFile(bytes, 'warning'), format), incomplete: false }
  } catch (complaint) {
    const closed = await understood(() => closeJpeg(bytes, String(complaint)))
    const picture = await understood(() => drawn(fromFile(closed.bytes, 'none'), format))
    return { picture, incomplete: closed.incomplete }
  }
}

function drawn(picture: Sharp, format: PhotoFormat) {
  const shrunk = picture.timeout({ seconds: PATIENCE_SECONDS }).resize({
    width: MOST_SIDE,
    height: MOST_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  })
  return encode(shrunk, format).toBuffer({ resolveWithObject: true })
}

const MIMES = {
  jpeg: 'image/jpeg',
  heic: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const

function fromFile(bytes: Buffer, failOn: FailOnOptions = 'truncated'): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn }).autoOrient()
}

/** A decoded HEIC picture is upright already. */
function fromRaw({ width, height, data }: RawPicture): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

function encode(picture: Sharp, format: keyof typeof MIMES): Sharp {
  if (format === 'png') return picture.png({ compressionLevel: 8 })
  if (format === 'webp') return picture.webp({ quality: 85 })
  return picture.jpeg({ quality: 85, progressive: true })
}

/** What the decoder cannot read is damaged, as far as the sender is concerned. */
async function understood<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof EvidenceRefusedError) throw error
    throw new EvidenceRefusedError('evidence-broken')
  }
}
