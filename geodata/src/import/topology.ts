import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { SNAP } from '@onemap/api/db/geometry'
import { queryRows } from '@onemap/api/db/rows'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Position } from '../geojson.ts'
import { ofFeature, type Finding } from '../reading/finding.ts'
import { sharpestSpike } from '../reading/spikes.ts'
import type { Incoming } from '../store/stage.ts'
import { squareMetres } from './amounts.ts'

const invalid = z.object({ no: z.number(), name: z.string(), reason: z.string() })
const overlap = z.object({ a: z.string(), b: z.string(), area: z.number() })
const gap = z.object({ area: z.number(), lon: z.number(), lat: z.number(), beside: z.string() })
const uncovered = z.object({ name: z.string(), area: z.number() })

/** What GEOS says of invalid geometries, in the words of whoever drew them. */
const REASONS: Readonly<Record<string, Label>> = {
  'Self-intersection': { zh: '边界自相交', en: 'its boundary crosses itself' },
  'Ring Self-intersection': { zh: '边界碰到自己', en: 'its boundary touches itself' },
  'Hole lies outside shell': { zh: '洞在外环之外', en: 'a hole lies outside its outer ring' },
  'Holes are nested': { zh: '洞里套洞', en: 'a hole lies within another' },
  'Nested shells': { zh: '外环套外环', en: 'an outer ring lies within another' },
  'Interior is disconnected': { zh: '内部被边界切断', en: 'its boundary cuts its inside in two' },
  'Duplicate Rings': { zh: '同一个环写了两遍', en: 'a ring is written twice' },
  'Too few points in geometry component': { zh: '环的点数太少', en: 'a ring has too few points' },
}

/** Staged features whose geometry GEOS refuses, and where: a spike, where they have one. */
export async function invalidGeometries(tx: Tx, features: readonly Incoming[]): Promise<Finding[]> {
  const rows = await queryRows(
    tx,
    invalid,
    sql`
    SELECT no, name, ST_IsValidReason(geom) AS reason FROM incoming WHERE NOT ST_IsValid(geom) ORDER BY no`,
  )
  return rows.map(({ no, name, reason }) => {
    const shape = features.find((one) => one.no === no)?.geometry
    const spike = shape === undefined ? undefined : sharpestSpike(shape)
    const [, what = reason, lon, lat] = /^(.+)\[(\S+) (\S+)\]$/.exec(reason) ?? []
    const at: Position | undefined =
      spike ?? (lon === undefined || lat === undefined ? undefined : [Number(lon), Number(lat)])
    const why = spike === undefined ? (REASONS[what] ?? { zh: what, en: what }) : SPIKE
    const place = at === undefined ? '' : ` (${at[0].toFixed(6)}, ${at[1].toFixed(6)})`
    return ofFeature(
      no,
      {
        zh: `（${name}）：图形无效，${why.zh}${place}`,
        en: ` (${name}) is invalid: ${why.en}${place}`,
      },
      at === undefined ? {} : { at },
    )
  })
}

const SPIKE: Label = {
  zh: '边界上有尖刺（走出去又原路折回）',
  en: 'its boundary has a spike, running out and back over itself',
}

/** Pairs of staged polygons that overlap by more than `tolerance` m². */
export async function overlaps(tx: Tx, tolerance: number): Promise<Finding[]> {
  const rows = await queryRows(
    tx,
    overlap,
    sql`
    SELECT * FROM (
      SELECT a.name AS a, b.name AS b, ST_Area(ST_Intersection(a.geom, b.geom, ${SNAP})::geography) AS area
      FROM incoming a
      JOIN incoming b ON a.no < b.no AND ST_Intersects(a.geom, b.geom)
    ) pairs
    WHERE area > ${tolerance}::float8 ORDER BY area DESC`,
  )
  return rows.map(({ a, b, area }) => {
    const much = squareMetres(area)
    return { zh: `${a} 与 ${b} 重叠 ${much.zh}`, en: `${a} and ${b} overlap by ${much.en}` }
  })
}

/** Holes between staged polygons larger than `tolerance` m², with the polygons around them. */
export async function gaps(tx: Tx, tolerance: number): Promise<Finding[]> {
  const rows = await queryRows(
    tx,
    gap,
    sql`
    WITH whole AS (SELECT (ST_Dump(ST_Union(geom, ${SNAP}))).geom FROM incoming),
      holes AS (
        SELECT ST_BuildArea(ring.geom) AS geom
        FROM whole CROSS JOIN LATERAL ST_DumpRings(whole.geom) ring
        WHERE ring.path[1] > 0
      )
    SELECT ST_Area(h.geom::geography) AS area, ST_X(ST_PointOnSurface(h.geom)) AS lon, ST_Y(ST_PointOnSurface(h.geom)) AS lat,
      (SELECT string_agg(name, '、' ORDER BY no) FROM incoming i WHERE ST_DWithin(i.geom, h.geom, 2 * ${SNAP})) AS beside
    FROM holes h
    WHERE ST_Area(h.geom::geography) > ${tolerance}::float8 ORDER BY area DESC`,
  )
  return rows.map(({ area, lon, lat, beside }) => {
    const much = squareMetres(area)
    const place = `(${lon.toFixed(5)}, ${lat.toFixed(5)})`
    return {
      zh: `${beside} 之间有空隙 ${much.zh}${place}`,
      en: `${beside.replaceAll('、', ', ')} leave a gap of ${much.en} between them ${place}`,
      at: [lon, lat],
    }
  })
}

/**
 * What part of each area of `level` that the staged polygons belong to they leave bare, and what of them lies outside
 * it: worth knowing, no error.
 */
export async function coverage(
  tx: Tx,
  level: 'county' | 'town',
  tolerance: number,
): Promise<Finding[]> {
  const bare = await queryRows(
    tx,
    uncovered,
    sql`
    WITH whole AS (SELECT ST_Union(geom, ${SNAP}) AS geom FROM incoming)
    SELECT a.name, ST_Area(ST_Difference(a.geom, whole.geom, ${SNAP})::geography) AS area
    FROM areas a CROSS JOIN whole
    WHERE a.level = ${level} AND a.geom IS NOT NULL AND ST_Area(ST_Difference(a.geom, whole.geom, ${SNAP})::geography) > ${tolerance}::float8
      AND EXISTS (SELECT FROM incoming i WHERE left(i.code, length(a.code)) = a.code)
    ORDER BY a.code`,
  )
  const beyond = await queryRows(
    tx,
    uncovered,
    sql`
    SELECT * FROM (
      SELECT i.name, ST_Area(ST_Difference(i.geom, a.geom, ${SNAP})::geography) AS area
      FROM incoming i JOIN areas a ON a.level = ${level} AND a.code = left(i.code, length(a.code)) AND a.geom IS NOT NULL
    ) parts
    WHERE area > ${tolerance}::float8 ORDER BY area DESC`,
  )
  const parent =
    level === 'county' ? { zh: '区', en: 'the district' } : { zh: '镇街', en: 'its town' }
  return [
    ...bare.map(({ name, area }) => {
      const much = squareMetres(area)
      return { zh: `${name} 有 ${much.zh} 未被覆盖`, en: `${much.en} of ${name} are not covered` }
    }),
    ...beyond.map(({ name, area }) => {
      const much = squareMetres(area)
      return {
        zh: `${name} 有 ${much.zh} 超出所属${parent.zh}界线`,
        en: `${much.en} of ${name} lie beyond the border of ${parent.en}`,
      }
    }),
  ]
}
