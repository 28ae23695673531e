import readExif from 'exif-reader'
import { z } from 'zod'
import { isPlace } from '../../domain/place.ts'

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
const offset = z
  .string()
  .regex(/^(?:[+-]\d{2}:?\d{2}|Z)$/)
  .optional()
  .catch(undefined)
const clock = z.date().optional().catch(undefined)
const CameraTimes = z.object({
  DateTimeOriginal: clock,
  OffsetTimeOriginal: offset,
  DateTimeDigitized: clock,
  OffsetTimeDigitized: offset,
  OffsetTime: offset,
})
const FileTime = z.object({ DateTime: clock })
const GpsTime = z.object({
  GPSDateStamp: z.string().regex(/^\d{4}[:-]\d{2}[:-]\d{2}$/),
  GPSTimeStamp: angle,
})

/** Where a camera says nothing of its time zone, its clock is set to China's. */
const CHINA = '+08:00'

/** Reads place and time from an EXIF block. What is missing or makes no sense is not known. */
export function photoFacts(exif: Buffer | undefined): PhotoFacts {
  if (exif === undefined) return UNKNOWN
  try {
    const { GPSInfo, Image, Photo } = readExif(exif)
    return { position: positionOf(GPSInfo), takenAt: timeOf(Photo, GPSInfo, Image) }
  } catch {
    return UNKNOWN
  }
}

function positionOf(block: unknown): PhotoFacts['position'] {
  const { data } = Gps.safeParse(block)
  if (data === undefined) return null
  const lat = degrees(data.GPSLatitude) * (data.GPSLatitudeRef === 'S' ? -1 : 1)
  const lon = degrees(data.GPSLongitude) * (data.GPSLongitudeRef === 'W' ? -1 : 1)
  return isPlace([lon, lat]) ? [lon, lat] : null
}

function degrees([whole, minutes, seconds]: z.output<typeof angle>): number {
  return whole + minutes / 60 + seconds / 3600
}

/**
 * The first time that makes sense, from the shutter's own to when the file was last written: DateTimeOriginal,
 * DateTimeDigitized (CreateDate), the satellites' time, DateTime (ModifyDate).
 */
function timeOf(photo: unknown, gps: unknown, image: unknown): Date | null {
  const camera = CameraTimes.safeParse(photo).data
  const file = FileTime.safeParse(image).data
  const times = [
    wallClock(camera?.DateTimeOriginal, camera?.OffsetTimeOriginal ?? camera?.OffsetTime),
    wallClock(camera?.DateTimeDigitized, camera?.OffsetTimeDigitized ?? camera?.OffsetTime),
    satelliteTime(gps),
    wallClock(file?.DateTime, camera?.OffsetTime),
  ]
  return times.find((time) => time !== null && time.getUTCFullYear() >= 1990) ?? null
}

/** EXIF times are wall clocks; the reader gives them as if they were UTC. */
function wallClock(time: Date | undefined, zone = CHINA): Date | null {
  if (time === undefined) return null
  const sense = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  return known(new Date(time.toISOString().replace('Z', sense)))
}

/** Date and time of day in UTC. */
function satelliteTime(block: unknown): Date | null {
  const { data } = GpsTime.safeParse(block)
  if (data === undefined) return null
  const [hours, minutes, seconds] = data.GPSTimeStamp
  const day = Date.parse(data.GPSDateStamp.replaceAll(':', '-'))
  return known(new Date(day + ((hours * 60 + minutes) * 60 + Math.floor(seconds)) * 1000))
}

const known = (time: Date): Date | null => (Number.isNaN(time.getTime()) ? null : time)
