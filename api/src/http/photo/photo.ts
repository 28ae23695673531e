import sharp, { type Sharp } from 'sharp'
import type { EvidenceMime } from '../../domain/evidence.ts'
import type { SentFormat } from './format.ts'
import { decodeHeic, type RawPicture } from './heic.ts'
import { photoFacts, type PhotoFacts } from './photo-facts.ts'
import { EvidenceRefusedError } from './refusals.ts'
import { Turnstile } from './turnstile.ts'

/** A photograph as it is stored. */
export interface Photo extends PhotoFacts {
  readonly mime: EvidenceMime
  readonly content: Buffer
  readonly width: number
  readonly height: number
  readonly thumbnail: Buffer
}

/** Longest side of what is stored, and of the small picture, in pixels. */
const MOST_SIDE = 2560
const THUMBNAIL_SIDE = 320
const MOST_PIXELS = 120_000_000
const PATIENCE_SECONDS = 30
/** Each takes up to a second of a processor and, for a moment, some hundred megabytes. */
const developing = new Turnstile(2)

// Every picture is looked at once: nothing to keep between them.
sharp.cache(false)

/**
 * Draws a photograph anew: upright, no larger than needed, without anything that was written into it. Place and
 * time are read before.
 * @throws EvidenceRefusedError for what is damaged, incomplete or has far too many pixels
 */
export function developPhoto(bytes: Buffer, format: Exclude<SentFormat, 'pdf'>): Promise<Photo> {
  return developing.pass(() => develop(bytes, format))
}

async function develop(bytes: Buffer, format: Exclude<SentFormat, 'pdf'>): Promise<Photo> {
  const { width, height, exif } = await understood(() =>
    sharp(bytes, { limitInputPixels: false }).metadata(),
  )
  if (width * height > MOST_PIXELS) throw new EvidenceRefusedError('evidence-dimensions')
  const picture =
    format === 'heic' ? fromRaw(await understood(() => decodeHeic(bytes))) : fromFile(bytes)
  const upright = picture.timeout({ seconds: PATIENCE_SECONDS })
  const shrunk = upright.resize({
    width: MOST_SIDE,
    height: MOST_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  })
  const { data: content, info } = await understood(() =>
    encode(shrunk, format).toBuffer({ resolveWithObject: true }),
  )
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
    ...photoFacts(exif),
  }
}

const MIMES = {
  jpeg: 'image/jpeg',
  heic: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const

function fromFile(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' }).autoOrient()
}

/** A decoded HEIC picture is upright already. */
function fromRaw({ width, height, data }: RawPicture): Sharp {
  return sharp(data, {
    raw: { width, height, channels: 4 },
    limitInputPixels: MOST_PIXELS,
  }).removeAlpha()
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
