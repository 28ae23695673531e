import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { textHolds } from '../db/search.ts'
import { isoTime, queryRows } from '../db/rows.ts'
import type { AuditAction, AuditedTable } from '../domain/audit.ts'
import { AuditEntry } from './schema.ts'

/** What the auditor looks for; everything given must hold. */
export interface AuditFacets {
  /** A person's id, or part of a name. */
  readonly person?: string | undefined
  readonly action?: readonly AuditAction[] | undefined
  readonly table?: readonly AuditedTable[] | undefined
  /** An object's id or code, or part of what it was called. */
  readonly object?: string | undefined
  readonly enterpriseId?: string | undefined
  /** First and last day in China, `YYYY-MM-DD`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Columns of a primary key by which somebody may name an object: a hazard's events are found by the hazard. */
const KEYS = ['id', 'hazard_id', 'code', 'layer']

/**
 * Entries that meet the facets, newest first.
 * @param before only entries older than this one, by number
 */
export function listEntries(
  tx: Tx,
  facets: AuditFacets,
  before: number | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  return queryRows(
    tx,
    AuditEntry,
    sql`
    SELECT
      seq::float8 AS seq, ${isoTime(sql`at`)} AS at,
      json_build_object('id', actor_id, 'name', actor_name, 'role', actor_role) AS actor,
      host(ip) AS ip, action, object_table AS "table", object_key AS key, object_name AS "objectName",
      enterprise_id AS "enterpriseId", changes, encode(hash, 'hex') AS hash
    FROM audit_log
    WHERE ${condition(facets)} AND ${before === undefined ? sql`true` : sql`seq < ${before}`}
    ORDER BY seq DESC
    LIMIT ${limit}
  `,
  )
}

function condition({ person, action, table, object, enterpriseId, from, to }: AuditFacets): SQL {
  const parts = [
    person === undefined
      ? undefined
      : z.guid().safeParse(person).success
        ? sql`actor_id = ${person}`
        : contains(sql`actor_name`, person),
    action && sql`action IN ${[...action]}`,
    table && sql`object_table IN ${[...table]}`,
    object === undefined
      ? undefined
      : sql`(${sql.join(
          [
            ...KEYS.map((key) => sql`object_key @> ${JSON.stringify({ [key]: object })}::jsonb`),
            contains(sql`object_name`, object),
          ],
          sql` OR `,
        )})`,
    enterpriseId === undefined ? undefined : sql`enterprise_id = ${enterpriseId}`,
    from === undefined ? undefined : sql`at >= ${startOf(from)}`,
    to === undefined ? undefined : sql`at < ${startOf(to)} + interval '1 day'`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => part !== undefined)], sql` AND `)
}

function contains(column: SQL, text: string): SQL {
  return textHolds(column, text)
}

function startOf(day: string): SQL {
  return sql`(${day}::timestamp AT TIME ZONE 'Asia/Shanghai')`
}
