import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson, SNAP } from '../db/geometry.ts'
import { queryRows } from '../db/rows.ts'
import type { FieldProblem } from '../domain/errors.ts'
import { NARROWEST_M, SMALLEST_GRID_M2 } from '../domain/grid-boundary.ts'
import { GridChangeReport, type DrawnBoundary } from './changeset.ts'

/** A boundary as it will be kept: of several parts, to six decimals. GeoJSON. */
const KeptBoundary = z.record(z.string(), z.unknown())
type Kept = z.output<typeof KeptBoundary>

/** A grid as the database's functions take it; geometry null for one that is dissolved, absent for one that keeps its boundary. */
export interface ChangedGrid {
  readonly id: string
  readonly code: string
  readonly townCode: string
  readonly geometry?: Kept | null
  readonly successorId: string | null
}

interface Drawn {
  /** Position among the changes. */
  readonly at: number
  readonly geometry: z.output<typeof DrawnBoundary>
}

const Measured = z.object({
  at: z.int(),
  reason: z.string().nullable(),
  areaM2: z.number(),
  inside: z.boolean(),
  geometry: KeptBoundary,
})

/** What is wrong with drawn boundaries, and how each will be kept. */
export async function checkBoundaries(
  tx: Tx,
  drawn: readonly Drawn[],
): Promise<{ readonly kept: ReadonlyMap<number, Kept>; readonly problems: FieldProblem[] }> {
  const measured = await queryRows(
    tx,
    Measured,
    sql`
    WITH kept AS (
      SELECT (d ->> 'at')::integer AS at, ST_Multi(ST_SnapToGrid(ST_SetSRID(ST_GeomFromGeoJSON(d ->> 'geometry'), 4326), 1e-6)) AS geom
      FROM jsonb_array_elements(${JSON.stringify(drawn)}::jsonb) d
    )
    SELECT at, CASE WHEN NOT ST_IsValid(geom) THEN ST_IsValidReason(geom) END AS reason,
           CASE WHEN ST_IsValid(geom) THEN ST_Area(geom::geography) ELSE 0 END AS "areaM2",
           ST_IsValid(geom) AND NOT EXISTS (SELECT FROM areas a WHERE a.level = 'county' AND a.geom IS NOT NULL AND NOT ST_Intersects(a.geom, kept.geom)) AS inside,
           ${asGeoJson(sql`geom`)} AS geometry
    FROM kept`,
  )
  const problems = measured.flatMap(({ at, reason, areaM2, inside }): FieldProblem[] => {
    const field = `changes.${at}.geometry`
    if (reason !== null)
      return [
        {
          field,
          text: { zh: `边界无效：${inChinese(reason)}`, en: `The boundary is invalid: ${reason}` },
        },
      ]
    if (areaM2 < SMALLEST_GRID_M2)
      return [
        {
          field,
          text: {
            zh: `网格面积不足 ${SMALLEST_GRID_M2} 平方米`,
            en: `The grid is smaller than ${SMALLEST_GRID_M2} m²`,
          },
        },
      ]
    if (!inside)
      return [{ field, text: { zh: '网格在本区之外', en: 'The grid lies outside the district' } }]
    return []
  })
  return { kept: new Map(measured.map(({ at, geometry }) => [at, geometry])), problems }
}

const REASONS = [
  [/^Ring Self-intersection/i, '环与自身相接'],
  [/^Self-intersection/i, '边线自相交'],
  [/^Hole lies outside shell/i, '空洞在外环之外'],
  [/^Nested/i, '各部分互相包含'],
  [/^Too few points/i, '顶点太少'],
  [/^Interior is disconnected/i, '内部不连通'],
  [/^Duplicate Rings/i, '环重复'],
] as const

function inChinese(reason: string): string {
  const words = REASONS.find(([form]) => form.test(reason))?.[1] ?? reason
  const place = /\[([-\d.]+) ([-\d.]+)\]/.exec(reason)
  return place === null
    ? words
    : `${words}（${Number(place[1]).toFixed(6)}, ${Number(place[2]).toFixed(6)}）`
}

const Overlap = GridChangeReport.shape.overlaps.element
const Gap = GridChangeReport.shape.gaps.element

const isLand = sql`2 * ST_Area(piece::geography) / nullif(ST_Perimeter(piece::geography), 0) >= ${NARROWEST_M}`

/** Land that lies in a changed grid and in another, the largest first. */
export function findOverlaps(
  tx: Tx,
  changed: readonly ChangedGrid[],
): Promise<z.output<typeof Overlap>[]> {
  return queryRows(
    tx,
    Overlap,
    sql`
    WITH after_change AS MATERIALIZED (SELECT * FROM grids_after(${JSON.stringify(changed)}::jsonb)
    ), common AS (
      SELECT a.id AS one, b.id AS other, (ST_Dump(ST_CollectionExtract(ST_Intersection(a.geom, b.geom, ${SNAP}), 3))).geom AS piece
      FROM after_change a
      JOIN after_change b ON a.code COLLATE "C" < b.code COLLATE "C" AND (a.touched OR b.touched) AND a.geom && b.geom AND NOT ST_Touches(a.geom, b.geom)
    )
    SELECT json_build_array(one, other) AS "gridIds", round(ST_Area(piece::geography)::numeric, 1)::float8 AS "areaM2", ${asGeoJson(sql`piece`)} AS geometry
    FROM common
    WHERE ${isLand}
    ORDER BY "areaM2" DESC, one, other`,
  )
}

/** Land of the towns concerned that lies in no grid, the largest first. */
export function findGaps(
  tx: Tx,
  changed: readonly ChangedGrid[],
  townCodes: readonly string[],
): Promise<z.output<typeof Gap>[]> {
  return queryRows(
    tx,
    Gap,
    sql`
    WITH after_change AS MATERIALIZED (SELECT * FROM grids_after(${JSON.stringify(changed)}::jsonb)
    ), bare AS (
      SELECT t.code, (ST_Dump(ST_CollectionExtract(
        CASE WHEN covered.geom IS NULL THEN t.geom ELSE ST_Difference(t.geom, covered.geom, ${SNAP}) END, 3))).geom AS piece
      FROM areas t
      CROSS JOIN LATERAL (SELECT ST_Union(g.geom, ${SNAP}) AS geom FROM after_change g WHERE g.geom && t.geom) covered
      WHERE t.level = 'town' AND t.geom IS NOT NULL AND t.code = ANY (string_to_array(${townCodes.join()}, ','))
    )
    SELECT code AS "townCode", round(ST_Area(piece::geography)::numeric, 1)::float8 AS "areaM2", ${asGeoJson(sql`piece`)} AS geometry
    FROM bare
    WHERE ${isLand}
    ORDER BY "areaM2" DESC, code`,
  )
}
