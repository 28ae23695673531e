import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, GRID, idOf, NORTH_TOWN } from './test-fixture-places.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

/** Why the database refused a statement: the error behind the one that quotes the statement. */
async function refusal(statement: SQL): Promise<string> {
  const error = await database
    .asOwner((tx) => tx.execute(statement))
    .then(
      () => undefined,
      (reason: unknown) => reason,
    )
  return error instanceof Error ? String(error.cause) : 'accepted'
}

const FIRST = sql`WHERE id = ${enterpriseId(1)}`
const POINT = sql`WHERE id = ${idOf('b', 2)}`

describe('the database refuses', () => {
  it.each([
    ['level 5', sql`UPDATE assessments SET level = 5`, 'assessments_level'],
    ['level 0', sql`UPDATE risk_points SET level = 0 ${POINT}`, 'risk_points_level'],
    [
      'an accident type that is none',
      sql`UPDATE risk_points SET accident_type = 21 ${POINT}`,
      'risk_points_accident_type',
    ],
    [
      'a credit code with a letter that none has',
      sql`UPDATE enterprises SET credit_code = '91370405000000001O' ${FIRST}`,
      'enterprises_credit_code_form',
    ],
    [
      'a short credit code',
      sql`UPDATE enterprises SET credit_code = '9137' ${FIRST}`,
      'enterprises_credit_code_form',
    ],
    [
      'a credit code twice',
      sql`UPDATE enterprises SET credit_code = '91370405000000002X' ${FIRST}`,
      'enterprises_credit_code_unique',
    ],
    [
      'another SRID',
      sql`UPDATE enterprises SET geom = ST_SetSRID(ST_MakePoint(117.7, 34.5), 3857) ${FIRST}`,
      'SRID',
    ],
    [
      'a line for a point',
      sql`UPDATE enterprises SET geom = ST_GeomFromText('LINESTRING(1 1, 2 2)', 4326) ${FIRST}`,
      'Geometry type',
    ],
    [
      'a point outside the world',
      sql`UPDATE enterprises SET geom = ST_SetSRID(ST_MakePoint(34.5, 117.7), 4326) ${FIRST}`,
      'enterprises_geom_in_the_world',
    ],
    [
      'the null island',
      sql`UPDATE hazards SET geom = ST_SetSRID(ST_MakePoint(0, 0), 4326)`,
      'hazards_geom_in_the_world',
    ],
    [
      'a source at the point of another enterprise',
      sql`UPDATE hazard_sources SET risk_point_id = ${idOf('b', 5)} WHERE id = ${idOf('c', 2)}`,
      'hazard_sources_at_risk_point',
    ],
    [
      'a hazard at the point of another enterprise',
      sql`UPDATE hazards SET risk_point_id = ${idOf('b', 5)} WHERE id = ${idOf('9', 1)}`,
      'hazards_at_risk_point',
    ],
    [
      'a point in another grid than its enterprise',
      sql`UPDATE risk_points SET grid_id = ${GRID.plant} ${POINT}`,
      'risk_points_with_enterprise',
    ],
    [
      'an enterprise in a grid of another town',
      sql`UPDATE enterprises SET grid_id = ${GRID.plant} ${FIRST}`,
      'enterprises_grid_in_town',
    ],
    [
      'an area outside the town',
      sql`UPDATE enterprises SET area_code = ${NORTH_TOWN} ${FIRST}`,
      'enterprises_area_in_town',
    ],
    [
      'an unknown kind',
      sql`UPDATE enterprises SET kind = 'factory' ${FIRST}`,
      'enterprises_kind_known',
    ],
    [
      'an unknown status',
      sql`UPDATE hazards SET status = 'overdue' WHERE grade = 'general'`,
      'hazards_status_known',
    ],
    [
      'a notice without a grade',
      sql`UPDATE hazards SET grade = NULL WHERE status = 'notified'`,
      'hazards_graded_before_notice',
    ],
    [
      'a closed hazard without its day',
      sql`UPDATE hazards SET closed_at = NULL WHERE status = 'closed'`,
      'hazards_closed_when',
    ],
    ['a number twice', sql`UPDATE risk_points SET no = 1 ${POINT}`, 'risk_points_no_key'],
    [
      'a number beyond two bytes',
      sql`UPDATE risk_points SET no = 65536 ${POINT}`,
      'risk_points_no_range',
    ],
  ])('%s', async (_what, statement, reason) => {
    expect(await refusal(statement)).toContain(reason)
  })

  it('writing by an audience that has no business with it', async () => {
    await expect(
      database.scoped({ audience: 'auditor' }, (tx) =>
        tx.execute(sql`UPDATE enterprises SET name = 'x'`),
      ),
    ).rejects.toThrow()
  })
})
