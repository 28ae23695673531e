import { z } from 'zod'

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** A point that somebody picked or typed. Its datum is named beside it. */
export const Place = z
  .strictObject({
    type: z.literal('Point'),
    coordinates: lonLat.refine(([lon, lat]) => lon !== 0 || lat !== 0, 'a place, not 0,0'),
  })
  .meta({ id: 'Place', description: '[lon, lat], in the datum named beside it' })

const ring = z
  .array(lonLat)
  .min(4)
  .max(500)
  .refine((positions) => {
    const [first, last] = [positions[0], positions.at(-1)]
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  }, 'a closed ring')

/** An area that somebody drew: one ring, closed. */
export const PlaceArea = z
  .strictObject({ type: z.literal('Polygon'), coordinates: z.tuple([ring]) })
  .meta({ id: 'PlaceArea' })
