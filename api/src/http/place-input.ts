import { z } from 'zod'
import { isPlace, PLACE_EXPECTED } from '../domain/place.ts'
import { formatted } from './text-input.ts'

type LonLat = [longitude: number, latitude: number]

/** How a check refuses what is no place. */
export const REFUSED_PLACE = { message: PLACE_EXPECTED.en, params: { text: PLACE_EXPECTED } }

/** The bounds stand in the OpenAPI document; what is said of a coordinate beyond them is a sentence. */
const degrees = (most: number) =>
  z
    .number()
    .refine((value) => Math.abs(value) <= most, { ...REFUSED_PLACE, abort: true })
    .meta({ minimum: -most, maximum: most })
const corner = z.tuple([degrees(180), degrees(90)])
const place = corner.refine(isPlace, REFUSED_PLACE)

/** A point that somebody picked or typed. Its datum is named beside it. */
export const Place = z
  .strictObject({ type: z.literal('Point'), coordinates: place })
  .meta({ id: 'Place', 'x-place': true, description: '[lon, lat], in the datum named beside it' })

/** The corners of one ring, the first again at the end. */
export const closedCorners = (most: number) =>
  z
    .array(corner)
    .min(4)
    .max(most)
    .refine((corners) => {
      const [first, last] = [corners[0], corners.at(-1)]
      return (
        first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
      )
    }, 'a closed ring')

/** An area that somebody drew: one ring, closed. */
export const PlaceArea = z
  .strictObject({ type: z.literal('Polygon'), coordinates: z.tuple([closedCorners(500)]) })
  .meta({ id: 'PlaceArea', 'x-place': true })

const DECIMAL = /^-?\d{1,3}(\.\d{1,17})?$/
const PAIR = /^-?\d{1,3}(\.\d{1,17})?,-?\d{1,3}(\.\d{1,17})?$/

const pairOf = (text: string): LonLat => {
  const [longitude = Number.NaN, latitude = Number.NaN] = text.split(',').map(Number)
  return [longitude, latitude]
}

/** A place written `117.73,34.56`. */
export const placeText = z.string().regex(PAIR).transform(pairOf).pipe(place)
/** A corner of a drawn shape, written alike. */
export const cornerText = z.string().regex(PAIR).transform(pairOf).pipe(corner)
/** One coordinate written `117.73`. @param most 180 for a longitude, 90 for a latitude */
export const degreesText = (most: 180 | 90) =>
  formatted(DECIMAL).transform(Number).pipe(z.number().min(-most).max(most))
