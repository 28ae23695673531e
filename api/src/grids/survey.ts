import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import type { FieldProblem } from '../domain/errors.ts'
import { settleEdits, type StandingGrid, type TouchedGrid } from '../domain/grid-change.ts'
import { checkBoundaries, findGaps, findOverlaps, type ChangedGrid } from './boundaries.ts'
import type { DrawnBoundary, GridChangeReport, GridChangeset } from './changeset.ts'
import { planObjects, type Move } from './planned-objects.ts'
import { gridsVersion } from './queries.ts'
import { GridsChangedError } from './refusals.ts'

type Boundary = z.output<typeof DrawnBoundary>
type Report = Omit<z.output<typeof GridChangeReport>, 'problems'>

/** What a changeset comes to. */
export interface Survey {
  readonly touched: readonly TouchedGrid<Boundary>[]
  readonly changed: readonly ChangedGrid[]
  /** Of all grids, by id, as they were. */
  readonly names: ReadonlyMap<string, string>
  readonly report: Report
  readonly moves: readonly Move[]
  readonly problems: readonly FieldProblem[]
}

const Standing = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  townCode: z.string(),
  version: z.int(),
  validTo: z.string().nullable(),
})

const NOTHING: Report = {
  gaps: [],
  overlaps: [],
  moves: [],
  kept: [],
  orphans: [],
  totals: { moves: 0, kept: 0, orphans: 0 },
  counts: { before: [], after: [] },
  unstaffed: [],
}

/**
 * Works out what changes of grids would do, and writes nothing. Where something is wrong with them, what they would do
 * is not asked.
 * @param today `YYYY-MM-DD` in China
 * @throws GridsChangedError if they were made to other grids than stand now
 */
export async function surveyChanges(
  tx: Tx,
  { baseVersion, changes }: z.output<typeof GridChangeset>,
  today: string,
): Promise<Survey> {
  const grids = await queryRows(
    tx,
    Standing,
    sql`
    SELECT id, code, name, town_code AS "townCode", version, to_char(valid_to, 'YYYY-MM-DD') AS "validTo" FROM grids ORDER BY code`,
  )
  const towns = await queryRows(
    tx,
    z.object({ code: z.string() }),
    sql`SELECT code FROM areas WHERE level = 'town'`,
  )
  const { touched, conflicts, problems } = settleEdits(changes, {
    grids,
    townCodes: new Set(towns.map(({ code }) => code)),
    today,
  })
  const names = new Map(grids.map(({ id, name }) => [id, name]))
  const version = await gridsVersion(tx)
  if (version !== baseVersion || conflicts.length > 0)
    throw new GridsChangedError(version, conflicts)

  const drawn = touched.flatMap(({ boundary, successorId }) =>
    boundary === null || successorId !== null ? [] : [boundary],
  )
  const boundaries = await checkBoundaries(tx, drawn)
  const wrong = [...problems, ...boundaries.problems]
  const changed = touched.map(({ id, code, townCode, boundary, successorId }): ChangedGrid => {
    const geometry =
      successorId !== null ? null : boundary === null ? undefined : boundaries.kept.get(boundary.at)
    return { id, code, townCode, successorId, ...(geometry === undefined ? {} : { geometry }) }
  })
  if (wrong.length > 0)
    return { touched, changed, names, report: NOTHING, moves: [], problems: wrong }

  const townsConcerned = [
    ...new Set(
      touched.flatMap(({ townCode, before }) =>
        before === null ? [townCode] : [townCode, before.townCode],
      ),
    ),
  ].sort()
  const { objects, moves } = await planObjects(tx, changed)
  const report = {
    overlaps: await findOverlaps(tx, changed),
    gaps: await findGaps(tx, changed, townsConcerned),
    ...objects,
    unstaffed: await withoutChief(tx, touched, grids, today),
  }
  return { touched, changed, names, report, moves, problems: [] }
}

/** A grid that is dissolved brings its 网格长 along. */
async function withoutChief(
  tx: Tx,
  touched: Survey['touched'],
  grids: readonly StandingGrid[],
  today: string,
): Promise<string[]> {
  const led = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    SELECT DISTINCT grid_id AS id FROM grid_people
    WHERE position = 'chief' AND ended_at IS NULL AND valid_from <= ${today}::date AND (valid_to IS NULL OR valid_to >= ${today}::date)`,
  )
  const chiefs = new Set(led.map(({ id }) => id))
  for (const { id, successorId } of touched)
    if (successorId !== null && chiefs.has(id)) chiefs.add(successorId)
  const concerned = new Set(touched.map(({ id, successorId }) => successorId ?? id))
  const order = [
    ...grids.map(({ id }) => id),
    ...touched.filter(({ before }) => before === null).map(({ id }) => id),
  ]
  return order.filter((id) => concerned.has(id) && !chiefs.has(id))
}
