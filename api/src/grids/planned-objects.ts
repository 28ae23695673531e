import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows, uuidArray } from '../db/rows.ts'
import type { ChangedGrid } from './boundaries.ts'
import { MOST_LISTED, type GridChangeReport } from './changeset.ts'
import { GridObject } from './schema.ts'

type Report = z.output<typeof GridChangeReport>
type Objects = Pick<Report, 'moves' | 'kept' | 'orphans' | 'totals' | 'counts'>

const Planned = z.object({
  enterpriseId: z.uuid(),
  fromGridId: z.uuid(),
  toGridId: z.uuid(),
  byGeometryId: z.uuid().nullable(),
  covered: z.boolean(),
  metres: z.number().nullable(),
  reason: z.string().nullable(),
})
type Planned = z.output<typeof Planned>

const Seen = GridObject.pick({ enterpriseId: true, name: true, location: true, riskLevel: true })

/** An object that goes from one grid to another. */
export interface Move {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** What becomes of the objects in and around the grids that change: as reported, and every single move. */
export async function planObjects(
  tx: Tx,
  changed: readonly ChangedGrid[],
): Promise<{ readonly objects: Objects; readonly moves: readonly Move[] }> {
  const notable = await queryRows(
    tx,
    Planned,
    sql`
    SELECT enterprise_id AS "enterpriseId", from_grid AS "fromGridId", to_grid AS "toGridId", by_geometry AS "byGeometryId", covered,
           round(metres::numeric)::float8 AS metres, override AS reason
    FROM planned_grid_objects(${JSON.stringify(changed)}::jsonb)`,
  )
  const moves = notable.filter(({ fromGridId, toGridId }) => fromGridId !== toGridId)
  const kept = notable.flatMap((object) =>
    object.reason !== null && object.byGeometryId !== object.toGridId
      ? [{ ...object, reason: object.reason }]
      : [],
  )
  const orphans = notable.filter(({ covered, reason }) => !covered && reason === null)
  const seen = await namesOf(
    tx,
    notable.map(({ enterpriseId }) => enterpriseId),
  )
  const objects = {
    moves: mostDangerous(moves, seen, ({ fromGridId, toGridId }) => ({ fromGridId, toGridId })),
    kept: mostDangerous(kept, seen, ({ toGridId, byGeometryId, reason }) => ({
      gridId: toGridId,
      byGeometryId,
      reason,
    })),
    orphans: mostDangerous(orphans, seen, ({ toGridId, metres }) => ({ gridId: toGridId, metres })),
    totals: { moves: moves.length, kept: kept.length, orphans: orphans.length },
    counts: await count(tx, changed, moves),
  }
  return {
    objects,
    moves: moves.map(({ enterpriseId, fromGridId, toGridId }) => ({
      id: enterpriseId,
      from: fromGridId,
      to: toGridId,
    })),
  }
}

type Named = z.output<typeof Seen>

async function namesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named & { readonly rank: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await queryRows(
    tx,
    Seen,
    sql`
    SELECT enterprise_id AS "enterpriseId", name, ST_AsGeoJSON(geom, 6)::json AS location, risk_level AS "riskLevel"
    FROM grid_objects(${uuidArray(ids)}, NULL)
    ORDER BY risk_level NULLS LAST, name COLLATE "C", enterprise_id`,
  )
  return new Map(rows.map((row, rank) => [row.enterpriseId, { ...row, rank }]))
}

function mostDangerous<Object extends Planned, More extends object>(
  objects: readonly Object[],
  names: Awaited<ReturnType<typeof namesOf>>,
  more: (object: Object) => More,
): (Named & More)[] {
  return objects
    .flatMap((object) => {
      const found = names.get(object.enterpriseId)
      return found === undefined ? [] : [{ object, ...found }]
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_LISTED)
    .map(({ object, rank: _rank, ...named }) => ({ ...named, ...more(object) }))
}

/** Objects of every grid that changes, loses or gains, before and after. */
async function count(
  tx: Tx,
  changed: readonly ChangedGrid[],
  moves: readonly Planned[],
): Promise<Report['counts']> {
  const concerned = [
    ...new Set([
      ...changed.map(({ id }) => id),
      ...moves.flatMap(({ fromGridId, toGridId }) => [fromGridId, toGridId]),
    ]),
  ]
  const counted = await queryRows(
    tx,
    z.object({ gridId: z.uuid(), objects: z.int() }),
    sql`
    SELECT grid_id AS "gridId", objects FROM grid_object_counts() WHERE grid_id = ANY (${uuidArray(concerned)})`,
  )
  const before = new Map(counted.map(({ gridId, objects }) => [gridId, objects]))
  const after = new Map(before)
  for (const { fromGridId, toGridId } of moves) {
    after.set(fromGridId, (after.get(fromGridId) ?? 0) - 1)
    after.set(toGridId, (after.get(toGridId) ?? 0) + 1)
  }
  const list = (counts: ReadonlyMap<string, number>) =>
    concerned.map((gridId) => ({ gridId, objects: counts.get(gridId) ?? 0 }))
  return { before: list(before), after: list(after) }
}
