import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'

const invalid = z.object({ no: z.number(), name: z.string(), reason: z.string() })
const overlap = z.object({ a: z.string(), b: z.string(), area: z.number() })
const gap = z.object({ area: z.number(), lon: z.number(), lat: z.number(), beside: z.string() })
const uncovered = z.object({ name: z.string(), area: z.number() })

/** Staged features whose geometry GEOS refuses, with its reason and place. */
export async function invalidGeometries(tx: Tx): Promise<string[]> {
  const rows = await queryRows(
    tx,
    invalid,
    sql`
    SELECT no, name, ST_IsValidReason(geom) AS reason FROM incoming WHERE NOT ST_IsValid(geom) ORDER BY no`,
  )
  return rows.map(({ no, name, reason }) => `第 ${no} 个要素 ${name}：图形无效（${reason}）`)
}

/** Pairs of staged polygons that overlap by more than `tolerance` m². */
export async function overlaps(tx: Tx, tolerance: number): Promise<string[]> {
  const rows = await queryRows(
    tx,
    overlap,
    sql`
    SELECT * FROM (
      SELECT a.name AS a, b.name AS b, ST_Area(ST_Intersection(a.geom, b.geom)::geography) AS area
      FROM incoming a
      JOIN incoming b ON a.no < b.no AND ST_Intersects(a.geom, b.geom)
    ) pairs
    WHERE area > ${tolerance}::float8 ORDER BY area DESC`,
  )
  return rows.map(({ a, b, area }) => `${a} 与 ${b} 重叠 ${squareMetres(area)}`)
}

/** Holes between staged polygons larger than `tolerance` m², with the polygons around them. */
export async function gaps(tx: Tx, tolerance: number): Promise<string[]> {
  const rows = await queryRows(
    tx,
    gap,
    sql`
    WITH whole AS (SELECT (ST_Dump(ST_Union(geom))).geom FROM incoming),
      holes AS (
        SELECT ST_BuildArea(ring.geom) AS geom
        FROM whole CROSS JOIN LATERAL ST_DumpRings(whole.geom) ring
        WHERE ring.path[1] > 0
      )
    SELECT ST_Area(h.geom::geography) AS area, ST_X(ST_PointOnSurface(h.geom)) AS lon, ST_Y(ST_PointOnSurface(h.geom)) AS lat,
      (SELECT string_agg(name, '、' ORDER BY no) FROM incoming i WHERE ST_Intersects(i.geom, h.geom)) AS beside
    FROM holes h
    WHERE ST_Area(h.geom::geography) > ${tolerance}::float8 ORDER BY area DESC`,
  )
  return rows.map(
    ({ area, lon, lat, beside }) =>
      `${beside} 之间有空隙 ${squareMetres(area)}（${lon.toFixed(5)}, ${lat.toFixed(5)}）`,
  )
}

/** What part of each area of `level` the staged polygons leave bare, and what of them lies outside it: worth knowing, no error. */
export async function coverage(
  tx: Tx,
  level: 'county' | 'town',
  tolerance: number,
): Promise<string[]> {
  const bare = await queryRows(
    tx,
    uncovered,
    sql`
    WITH whole AS (SELECT ST_Union(geom) AS geom FROM incoming)
    SELECT a.name, ST_Area(ST_Difference(a.geom, whole.geom)::geography) AS area
    FROM areas a CROSS JOIN whole
    WHERE a.level = ${level} AND a.geom IS NOT NULL AND ST_Area(ST_Difference(a.geom, whole.geom)::geography) > ${tolerance}::float8
    ORDER BY a.code`,
  )
  const beyond = await queryRows(
    tx,
    uncovered,
    sql`
    SELECT * FROM (
      SELECT i.name, ST_Area(ST_Difference(i.geom, a.geom)::geography) AS area
      FROM incoming i JOIN areas a ON a.level = ${level} AND a.code = left(i.code, length(a.code)) AND a.geom IS NOT NULL
    ) parts
    WHERE area > ${tolerance}::float8 ORDER BY area DESC`,
  )
  return [
    ...bare.map(({ name, area }) => `${name} 有 ${squareMetres(area)} 未被覆盖`),
    ...beyond.map(
      ({ name, area }) =>
        `${name} 有 ${squareMetres(area)} 超出所属${level === 'county' ? '区' : '镇街'}界线`,
    ),
  ]
}

const squareMetres = (area: number) =>
  `${area.toLocaleString('zh-CN', { maximumFractionDigits: area < 100 ? 1 : 0 })} 平方米`
