import fc from 'fast-check'
import geodesic from 'geographiclib-geodesic'
import gcoord from 'gcoord'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { nearOf } from '../db/notice-standing.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { enterpriseId, ENTERPRISES, GRID, idOf, OFFICE } from '../db/test-fixture-places.ts'
import { enterprisesWithin } from '../enterprises/within/queries.ts'
import { areaOf } from '../enterprises/within/area.ts'

/*
 * Who is within the radius, checked against GeographicLib by its author's own JavaScript (Karney 2013), pair by pair.
 */

const WGS84 = geodesic.Geodesic.WGS84
type LonLat = readonly [lon: number, lat: number]

const distance = ([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number =>
  WGS84.Inverse(lat1, lon1, lat2, lon2).s12 ?? Number.NaN
function offset([lon, lat]: LonLat, azimuth: number, metres: number): LonLat {
  const { lat2 = Number.NaN, lon2 = Number.NaN } = WGS84.Direct(lat, lon, azimuth, metres)
  return [lon2, lat2]
}

/** Metres from a place to an outline: along each edge the nearest point is sought on the geodesic itself. */
function distanceToRing(place: LonLat, ring: readonly LonLat[]): number {
  return Math.min(
    ...ring.slice(1).map((end, index) => distanceToEdge(place, ring[index] ?? end, end)),
  )
}

function distanceToEdge(place: LonLat, [lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const edge = WGS84.InverseLine(lat1, lon1, lat2, lon2)
  const length = distance([lon1, lat1], [lon2, lat2])
  const at = (metres: number): number => {
    const { lat2: lat = Number.NaN, lon2: lon = Number.NaN } = edge.Position(metres)
    return distance(place, [lon, lat])
  }
  let [low, high] = [0, length]
  for (let round = 0; round < 40; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3]
    if (at(left) < at(right)) high = right
    else low = left
  }
  return at((low + high) / 2)
}

/** Whether a place lies inside a ring, by the crossings of a ray. Of edges this short the parallel and the geodesic differ by millimetres. */
function isInside([lon, lat]: LonLat, ring: readonly LonLat[]): boolean {
  const crossings = ring.slice(1).filter(([lon2, lat2], index) => {
    const [lon1, lat1] = ring[index] ?? [lon2, lat2]
    return lat1 > lat !== lat2 > lat && lon < lon1 + ((lat - lat1) / (lat2 - lat1)) * (lon2 - lon1)
  })
  return crossings.length % 2 === 1
}

/** The point whose neighbours are sought lies a few metres from the district's corner: half of them are across the border. */
const ON_THE_BORDER: LonLat = [117.4, 34.65]
const SENDER = enterpriseId(1)
const [POINT, AREA] = [idOf('b', 1), idOf('b', 2)]
const RADII = [100, 300, 500] as const
/** About 1,000 by 600 m, not along the axes. */
const OUTLINE: readonly LonLat[] = [
  [117.4, 34.65],
  [117.4105, 34.6513],
  [117.4091, 34.6568],
  [117.4043, 34.6539],
  [117.3989, 34.6561],
  [117.4, 34.65],
]

let database: Database
const places = new Map<string, LonLat>()

/** Random places around, and pairs one millimetre inside and outside each radius. */
const AROUND = fc.sample(
  fc.record({
    azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
    metres: fc.double({ min: 0, max: 1500, noNaN: true }),
  }),
  { seed: 370405, numRuns: 2400 },
)
const EDGE = fc.sample(
  fc.record({
    azimuth: fc.double({ min: -180, max: 180, noNaN: true }),
    radius: fc.constantFrom(...RADII),
    side: fc.constantFrom(-0.001, 0.001),
  }),
  { seed: 370406, numRuns: 1200 },
)

beforeAll(async () => {
  database = await plantedDatabase()
  const sample = [
    ...AROUND.map(({ azimuth, metres }) => offset(ON_THE_BORDER, azimuth, metres)),
    ...EDGE.map(({ azimuth, radius, side }) => offset(ON_THE_BORDER, azimuth, radius + side)),
  ]
  for (const [index, place] of sample.entries()) places.set(idOf('f7', index), place)
  const rows = [...places].map(([id, [lon, lat]], index) => ({
    id,
    code: `91370405${String(index).padStart(10, '0')}`,
    lon,
    lat,
  }))
  const outline = `SRID=4326;POLYGON((${OUTLINE.map(([lon, lat]) => `${lon} ${lat}`).join(',')}))`
  await database.asOwner(async (tx) => {
    await tx.execute(sql`SELECT set_config('app.bulk', 'true', true)`)
    await tx.execute(sql`
      INSERT INTO enterprises (id, credit_code, name, initials, kind, industry_code, industry, address, area_code, town_code, grid_id, office_id, geom, source_datum)
      SELECT id, code, '邻' || code, 'l', 'general', '2614', '化学', '地址', ${ENTERPRISES[0]?.areaCode}, '370405001', ${GRID.west}, ${OFFICE.safety}, ST_SetSRID(ST_MakePoint(lon, lat), 4326), 'wgs84'
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, code text, lon float8, lat float8)`)
    await tx.execute(
      sql`UPDATE risk_points SET geom = ST_SetSRID(ST_MakePoint(${ON_THE_BORDER[0]}, ${ON_THE_BORDER[1]}), 4326), extent = NULL WHERE enterprise_id = ${SENDER} AND id = ${POINT}`,
    )
    await tx.execute(
      sql`UPDATE risk_points SET geom = ST_SetSRID(ST_MakePoint(${ON_THE_BORDER[0]}, ${ON_THE_BORDER[1]}), 4326), extent = (${outline}::text)::geometry WHERE enterprise_id = ${SENDER} AND id = ${AREA}`,
    )
  })
}, 120_000)
afterAll(() => database.close())

/** Metres from each place to the outline; 0 inside. */
const fromOutline = new Map<string, number>()
beforeAll(() => {
  for (const [id, place] of places)
    fromOutline.set(id, isInside(place, OUTLINE) ? 0 : distanceToRing(place, OUTLINE))
}, 120_000)

const found = async (point: string, radius: number) =>
  (
    await database.reading({ audience: 'wide' }, (tx) =>
      nearOf(tx, SENDER, [{ id: point, radius, others: [] }]),
    )
  ).get(point) ?? []

describe.each(RADII)('within %i m of a point', (radius) => {
  it('are those, and only those, that GeographicLib measures so, to the millimetre of the edge', async () => {
    const near = await found(POINT, radius)
    const expected = [...places].filter(([, place]) => distance(ON_THE_BORDER, place) <= radius)
    expect(near.map(({ id }) => id).toSorted()).toEqual(expected.map(([id]) => id).toSorted())
    expect(expected.length).toBeGreaterThan(100)
    // Some on either side of the border of the county.
    expect(
      expected.some(([, [lon]]) => lon < 117.4) && expected.some(([, [lon]]) => lon > 117.4),
    ).toBe(true)
    for (const { id, distance: metres } of near)
      expect(Math.abs(metres - distance(ON_THE_BORDER, places.get(id) ?? [0, 0]))).toBeLessThan(
        1e-6,
      )
  })

  it('of an outline are those that lie so near its edges or inside it', async () => {
    const near = new Map(
      (await found(AREA, radius)).map(({ id, distance: metres }) => [id, metres]),
    )
    const wrong = [...places.keys()].filter((id) => {
      const metres = near.get(id)
      const measured = fromOutline.get(id) ?? Number.NaN
      return metres === undefined ? measured < radius - 0.01 : Math.abs(metres - measured) > 0.01
    })
    expect(wrong).toEqual([])
    expect([...near.values()].filter((metres) => metres === 0).length).toBeGreaterThan(50)
    expect(near.size).toBeGreaterThan(300)
  })
})

it('coordinates of Amap are converted, and would name the wrong neighbours if they were not', async () => {
  const [lon, lat] = gcoord.transform([...ON_THE_BORDER], gcoord.WGS84, gcoord.GCJ02)
  const within = async (datum: 'gcj02' | 'wgs84') => {
    const area = areaOf({ at: [lon, lat], radius: 300, datum })
    if (area === undefined) throw new Error('no area')
    return (
      await database.reading({ audience: 'wide' }, (tx) =>
        enterprisesWithin(tx, area, {}, undefined),
      )
    ).map(({ id }) => id)
  }
  const expected = [...places]
    .filter(([, place]) => distance(ON_THE_BORDER, place) <= 299.5)
    .map(([id]) => id)
  const converted = await within('gcj02')
  expect(converted).toEqual(expect.arrayContaining(expected))
  const unconverted = new Set(await within('wgs84'))
  // The datum shifts a place by half a kilometre here: nearly nobody who is told would be the right one.
  expect(distance([lon, lat], ON_THE_BORDER)).toBeGreaterThan(400)
  expect(expected.filter((id) => unconverted.has(id)).length / expected.length).toBeLessThan(0.2)
})
