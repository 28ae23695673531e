import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { textHolds } from '../db/search.ts'
import type { PrejudgementLevel, PrejudgementSource } from '../domain/prejudgement.ts'
import { Prejudgement } from './schema.ts'

type Row = z.output<typeof Prejudgement>

const PREJUDGEMENT = sql`
  SELECT j.id, j.level, j.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", o.name AS "officeName", j.title, to_json(j.sources) AS sources,
         j.industry, j.period_from::text AS "periodFrom", j.period_to::text AS "periodTo", j.content, j.measures,
         to_json(j.accident_types) AS "accidentTypes", j.created_by_name AS "createdByName", j.version,
         coalesce(CASE WHEN j.enterprise_id IS NULL THEN j.office_id = scope_office() ELSE j.enterprise_id = scope_enterprise() END, false) AS mine,
         ${isoTime(sql`j.created_at`)} AS "createdAt", ${isoTime(sql`j.updated_at`)} AS "updatedAt",
         (SELECT coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'occurredOn', a.occurred_on) ORDER BY a.occurred_on DESC, a.id), '[]')
          FROM accident_cases a WHERE a.id = ANY (j.case_ids)) AS cases,
         (SELECT coalesce(json_agg(json_build_object('enterpriseId', p.enterprise_id, 'id', p.id, 'code', p.code, 'name', p.name, 'level', p.level) ORDER BY p.enterprise_id, p.no), '[]')
          FROM prejudgement_risk_points l
          JOIN risk_points p ON p.enterprise_id = l.enterprise_id AND p.id = l.risk_point_id
          WHERE l.prejudgement_id = j.id) AS "riskPoints"
  FROM prejudgements j
  JOIN offices o ON o.id = j.office_id
  LEFT JOIN enterprises e ON e.id = j.enterprise_id`

export interface PrejudgementFilter {
  readonly level?: readonly PrejudgementLevel[] | undefined
  readonly source?: readonly PrejudgementSource[] | undefined
  readonly enterpriseId?: string | undefined
  /** A day that the period holds. */
  readonly on?: string | undefined
  readonly q?: string | undefined
}

/** Where a page begins: behind this one. */
export interface After {
  readonly from: string
  readonly id: string
}

/** Prejudgements that the scope sees, the latest period first. */
export function listPrejudgements(
  tx: Tx,
  filter: PrejudgementFilter,
  after: After | undefined,
  limit: number,
): Promise<Row[]> {
  const { level, source, enterpriseId, on, q } = filter
  const conditions: SQL[] = [
    sql`true`,
    ...(level === undefined ? [] : [sql`j.level IN ${level}`]),
    ...(source === undefined ? [] : [sql`j.sources && ${`{${source.join(',')}}`}::text[]`]),
    ...(enterpriseId === undefined ? [] : [sql`j.enterprise_id = ${enterpriseId}`]),
    ...(on === undefined ? [] : [sql`${on}::date BETWEEN j.period_from AND j.period_to`]),
    ...(q === undefined ? [] : [textHolds(sql`j.title || ' ' || j.content`, q)]),
    ...(after === undefined
      ? []
      : [sql`(j.period_from, j.id) < (${after.from}::date, ${after.id}::uuid)`]),
  ]
  return queryRows(
    tx,
    Prejudgement,
    sql`${PREJUDGEMENT} WHERE ${sql.join(conditions, sql` AND `)} ORDER BY j.period_from DESC, j.id DESC LIMIT ${limit}`,
  )
}

/** One prejudgement; undefined where there is none or the scope does not see it. */
export function findPrejudgement(tx: Tx, id: string): Promise<Row | undefined> {
  return queryRow(tx, Prejudgement, sql`${PREJUDGEMENT} WHERE j.id = ${id}`)
}
