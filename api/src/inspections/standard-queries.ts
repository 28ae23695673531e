import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { CheckItem, type Standard, StandardItem } from './schema.ts'

const COLUMNS = sql`
  s.id, s.enterprise_id AS "enterpriseId", s.name, s.kind, s.note, s.archived, s.version, ${isoTime(sql`s.updated_at`)} AS "updatedAt",
  (SELECT count(*)::int FROM check_items i WHERE i.enterprise_id = s.enterprise_id AND i.standard_id = s.id AND i.retired_at IS NULL) AS "itemCount",
  (SELECT count(*)::int FROM inspection_plans p WHERE p.enterprise_id = s.enterprise_id AND p.standard_id = s.id AND NOT p.paused) AS "planCount"`

/** The checklists of an enterprise: those in use first, then by name. */
export function listStandards(
  tx: Tx,
  enterpriseId: string,
): Promise<z.output<typeof StandardItem>[]> {
  return queryRows(
    tx,
    StandardItem,
    sql`
    SELECT ${COLUMNS} FROM inspection_standards s WHERE s.enterprise_id = ${enterpriseId}
    ORDER BY s.archived, s.name COLLATE "C", s.id`,
  )
}

/** Items in force, in order. */
export function itemsOf(
  tx: Tx,
  enterpriseId: string,
  standardId: string,
): Promise<z.output<typeof CheckItem>[]> {
  return queryRows(
    tx,
    CheckItem,
    sql`
    SELECT i.id, i.seq, i.subject, i.subject_name AS "subjectName", i.risk_point_id AS "riskPointId", i.measure_id AS "measureId",
           i.content, i.requirement, i.basis, i.suggested_grade AS "suggestedGrade"
    FROM check_items i
    WHERE i.enterprise_id = ${enterpriseId} AND i.standard_id = ${standardId} AND i.retired_at IS NULL
    ORDER BY i.seq, i.id`,
  )
}

/** One checklist with its items in force. */
export async function findStandard(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<z.output<typeof Standard> | undefined> {
  const row = await queryRow(
    tx,
    StandardItem,
    sql`
    SELECT ${COLUMNS} FROM inspection_standards s WHERE s.enterprise_id = ${enterpriseId} AND s.id = ${id}`,
  )
  return row && { ...row, items: await itemsOf(tx, enterpriseId, id) }
}

const Place = z.object({ id: z.uuid(), name: z.string() })

/** Names of risk points and contents of measures among these ids, as far as they are the enterprise's. */
export async function subjectsOf(
  tx: Tx,
  enterpriseId: string,
  riskPointIds: readonly string[],
  measureIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const points =
    riskPointIds.length === 0
      ? []
      : await queryRows(
          tx,
          Place,
          sql`
    SELECT id, name FROM risk_points WHERE enterprise_id = ${enterpriseId} AND id IN ${[...riskPointIds]}`,
        )
  const measures =
    measureIds.length === 0
      ? []
      : await queryRows(
          tx,
          Place,
          sql`
    SELECT id, left(content, 100) AS name FROM control_measures WHERE enterprise_id = ${enterpriseId} AND id IN ${[...measureIds]}`,
        )
  return new Map([...points, ...measures].map(({ id, name }) => [id, name]))
}
