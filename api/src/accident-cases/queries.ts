import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { textHolds } from '../db/search.ts'
import { AccidentCase } from './schema.ts'

type Row = z.output<typeof AccidentCase>

const CASE = sql`
  SELECT a.id, a.title, a.occurred_on::text AS "occurredOn", a.place, a.industry, a.accident_type AS "accidentType", a.deaths, a.injuries,
         a.summary, a.lessons, a.source, a.is_demo AS "isDemo", o.name AS "officeName", coalesce(a.office_id = scope_office(), false) AS mine, a.version
  FROM accident_cases a
  JOIN offices o ON o.id = a.office_id`

export interface CaseFilter {
  readonly accidentType?: readonly number[] | undefined
  readonly q?: string | undefined
}

/** Where a page begins: behind this one. */
export interface After {
  readonly on: string
  readonly id: string
}

/** The library, the latest accident first. */
export function listCases(
  tx: Tx,
  { accidentType, q }: CaseFilter,
  after: After | undefined,
  limit: number,
): Promise<Row[]> {
  const conditions: SQL[] = [
    sql`true`,
    ...(accidentType === undefined ? [] : [sql`a.accident_type IN ${accidentType}`]),
    ...(q === undefined
      ? []
      : [textHolds(sql`concat_ws(' ', a.title, a.place, a.industry, a.summary, a.lessons)`, q)]),
    ...(after === undefined
      ? []
      : [sql`(a.occurred_on, a.id) < (${after.on}::date, ${after.id}::uuid)`]),
  ]
  return queryRows(
    tx,
    AccidentCase,
    sql`${CASE} WHERE ${sql.join(conditions, sql` AND `)} ORDER BY a.occurred_on DESC, a.id DESC LIMIT ${limit}`,
  )
}

/** One case. */
export function findCase(tx: Tx, id: string): Promise<Row | undefined> {
  return queryRow(tx, AccidentCase, sql`${CASE} WHERE a.id = ${id}`)
}
