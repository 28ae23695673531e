import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { uuidArray } from '../db/rows.ts'
import type { GridChangeReport, GridChangeset } from './changeset.ts'
import { gridsVersion } from './queries.ts'
import { GridFieldError, GridsOverlapError } from './refusals.ts'
import { bringPeopleOver } from './successors.ts'
import { surveyChanges, type Survey } from './survey.ts'

/**
 * Changes grids, all that a changeset says or nothing, and gives every object to the grid it then lies in.
 * @param today `YYYY-MM-DD` in China
 * @throws GridsChangedError, GridFieldError, GridsOverlapError
 */
export async function applyChanges(
  tx: Tx,
  changeset: z.output<typeof GridChangeset>,
  at: Date,
  today: string,
): Promise<{ version: string; report: z.output<typeof GridChangeReport> }> {
  // One at a time; who enters an enterprise waits only if its grid is among those that change.
  await tx.execute(sql`LOCK TABLE grids IN SHARE ROW EXCLUSIVE MODE`)
  const ids = changeset.changes.map(({ id }) => id)
  await tx.execute(sql`SELECT FROM grids WHERE id = ANY (${uuidArray(ids)}) ORDER BY id FOR UPDATE`)

  const survey = await surveyChanges(tx, changeset, today)
  if (survey.problems.length > 0) throw new GridFieldError(survey.problems)
  if (survey.report.overlaps.length > 0) throw new GridsOverlapError(survey.report.overlaps)

  await addNew(tx, survey)
  await tx.execute(
    sql`SELECT move_grid_objects(${JSON.stringify(survey.moves)}::jsonb, ${at.toISOString()}::timestamptz)`,
  )
  await changeStanding(tx, survey)
  await dissolve(tx, survey, at, today)
  return { version: await gridsVersion(tx), report: { ...survey.report, problems: [] } }
}

const kept = (survey: Survey, id: string) => {
  const geometry = survey.changed.find((grid) => grid.id === id)?.geometry
  return geometry === undefined || geometry === null ? null : JSON.stringify(geometry)
}

/** A new grid is as official as the others of its town. */
async function addNew(tx: Tx, survey: Survey): Promise<void> {
  for (const grid of survey.touched.filter(({ before }) => before === null)) {
    await tx.execute(sql`
      INSERT INTO grids (id, code, name, town_code, geom, schematic, valid_from)
      VALUES (${grid.id}, ${grid.code}, ${grid.name}, ${grid.townCode}, ST_SetSRID(ST_GeomFromGeoJSON(${kept(survey, grid.id)}), 4326),
              (SELECT coalesce(bool_or(g.schematic), false) FROM grids g WHERE g.town_code = ${grid.townCode} AND g.valid_to IS NULL), ${grid.validFrom}::date)`)
  }
}

async function changeStanding(tx: Tx, survey: Survey): Promise<void> {
  for (const grid of survey.touched.filter(
    ({ before, successorId }) => before !== null && successorId === null,
  )) {
    const boundary = kept(survey, grid.id)
    await tx.execute(sql`
      UPDATE grids
      SET code = ${grid.code}, name = ${grid.name}, town_code = ${grid.townCode}, version = version + 1,
          geom = ${boundary === null ? sql`geom` : sql`ST_SetSRID(ST_GeomFromGeoJSON(${boundary}), 4326)`}
      WHERE id = ${grid.id}`)
  }
}

async function dissolve(tx: Tx, survey: Survey, at: Date, today: string): Promise<void> {
  for (const { id, name, successorId } of survey.touched) {
    if (successorId === null) continue
    const successorName =
      survey.touched.find((grid) => grid.id === successorId)?.name ??
      survey.names.get(successorId) ??
      ''
    await tx.execute(
      sql`UPDATE grids SET valid_to = greatest(valid_from, ${today}::date), successor_id = ${successorId}, version = version + 1 WHERE id = ${id}`,
    )
    await bringPeopleOver(tx, { id, name, successorId, successorName }, at, today)
  }
}
