import { z } from 'zod'
import { AreaShape, featureCollection } from '../http/geojson.ts'

const GridProperties = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  townCode: z.string(),
  townName: z.string(),
  chief: z.string().nullable().meta({ description: '网格长 in office today' }),
  schematic: z.boolean().meta({ description: '示意: the boundary is not an official one' }),
})

/** 网格 as GeoJSON. */
export const GridCollection = featureCollection(GridProperties, AreaShape).meta({ id: 'GridCollection' })
export const GridFeature = GridCollection.shape.features.element
