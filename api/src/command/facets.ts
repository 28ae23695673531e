import { sql, type SQL } from 'drizzle-orm'
import type { HazardFacets, LevelFacet, PointFacets } from '../db/filters.ts'

/** What the figures are narrowed by: the filters of the map. */
export type CommandFacets = PointFacets & HazardFacets & LevelFacet

/** Whether a row of one of the views of stretches stood at the end of a day. */
export function stoodOn(alias: 'e' | 'p' | 'h', day: string): SQL {
  const row = sql.raw(alias)
  return sql`(${row}.from_on <= ${day}::date AND (${row}.until_on IS NULL OR ${row}.until_on >= ${day}::date))`
}

/** The first moment after a day in China. */
export function endOf(day: string): SQL {
  return sql`((${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`
}

/** Sums `n` by `level` (null = not assessed) into an object that has every level. */
export const BY_LEVEL = sql`jsonb_build_object(
  '1', coalesce(sum(n) FILTER (WHERE level = 1), 0),
  '2', coalesce(sum(n) FILTER (WHERE level = 2), 0),
  '3', coalesce(sum(n) FILTER (WHERE level = 3), 0),
  '4', coalesce(sum(n) FILTER (WHERE level = 4), 0),
  'unassessed', coalesce(sum(n) FILTER (WHERE level IS NULL), 0)
)`
