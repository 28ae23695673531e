import { z } from 'zod'
import { AreaShape, featureCollection, WaterShape } from '../http/geojson.ts'

const Properties = z.object({
  code: z.string().optional(),
  name: z.string(),
  schematic: z.boolean(),
})
const Areas = featureCollection(Properties, AreaShape)
const Waters = featureCollection(Properties, WaterShape)

export const GeoSource = z.object({
  layer: z.string(),
  source: z.string(),
  licence: z.string(),
  datum: z.string(),
  obtainedOn: z.iso.date(),
  schematic: z.boolean(),
  note: z.string(),
})

export const BaseLayers = z.object({
  district: Areas,
  neighbours: Areas,
  towns: Areas,
  villages: Areas,
  canal: Waters,
})

/** What the map draws below the layers, and where it came from. */
export const BaseMap = BaseLayers.extend({
  approvalNumber: z.string().nullable().meta({ description: '审图号' }),
  tianditu: z.object({ token: z.string() }).nullable(),
  sources: z.array(GeoSource),
}).meta({ id: 'BaseMap' })
