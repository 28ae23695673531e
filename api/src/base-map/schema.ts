import { z } from 'zod'
import { featureCollection, Shape } from '../http/geojson.ts'

const Layer = featureCollection(z.object({
  code: z.string().optional(),
  name: z.string(),
  schematic: z.boolean(),
}), Shape)

export const GeoSource = z.object({
  layer: z.string(),
  source: z.string(),
  licence: z.string(),
  datum: z.string(),
  obtainedOn: z.iso.date(),
  schematic: z.boolean(),
  note: z.string(),
})

export const BaseLayers = z.object({ district: Layer, neighbours: Layer, towns: Layer, villages: Layer, canal: Layer })

/** What the map draws below the layers, and where it came from. */
export const BaseMap = BaseLayers.extend({
  approvalNumber: z.string().nullable().meta({ description: '审图号' }),
  tianditu: z.object({ token: z.string() }).nullable(),
  sources: z.array(GeoSource),
}).meta({ id: 'BaseMap' })
