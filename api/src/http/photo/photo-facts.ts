import readExif from 'exif-reader'
import { z } from 'zod'

/** What a photograph says of itself. */
export interface PhotoFacts {
  /** `[lon, lat]` in WGS 84, as EXIF has it. */
  readonly position: readonly [number, number] | null
  readonly takenAt: Date | null
}

const UNKNOWN: PhotoFacts = { position: null, takenAt: null }
const angle = z.tuple([z.number(), z.number(), z.number()])
const Gps = z.object({
  GPSLatitude: angle,
  GPSLatitudeRef: z.enum(['N', 'S']),
  GPSLongitude: angle,
  GPSLongitudeRef: z.enum(['E', 'W']),
})
const Time = z.object({
  DateTimeOriginal: z.date(),
  OffsetTimeOriginal: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .optional()
    .catch(undefined),
})

/** Where a camera says nothing of its time zone, its clock is set to China's. */
const CHINA = '+08:00'

/** Reads place and time from an EXIF block. What is missing or makes no sense is not known. */
export function photoFacts(exif: Buffer | undefined): PhotoFacts {
  if (exif === undefined) return UNKNOWN
  try {
    const { GPSInfo, Photo } = readExif(exif)
    return { position: positionOf(GPSInfo), takenAt: timeOf(Photo) }
  } catch {
    return UNKNOWN
  }
}

function positionOf(block: unknown): PhotoFacts['position'] {
  const { data } = Gps.safeParse(block)
  if (data === undefined) return null
  const lat = degrees(data.GPSLatitude) * (data.GPSLatitudeRef === 'S' ? -1 : 1)
  const lon = degrees(data.GPSLongitude) * (data.GPSLongitudeRef === 'W' ? -1 : 1)
  const possible = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0)
  return possible ? [lon, lat] : null
}

function degrees([whole, minutes, seconds]: z.output<typeof angle>): number {
  return whole + minutes / 60 + seconds / 3600
}

/** EXIF times are wall clocks; the reader gives them as if they were UTC. */
function timeOf(block: unknown): Date | null {
  const { data } = Time.safeParse(block)
  if (data === undefined) return null
  const time = new Date(
    data.DateTimeOriginal.toISOString().replace('Z', data.OffsetTimeOriginal ?? CHINA),
  )
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1990 ? null : time
}
