import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { sql, type SQL } from 'drizzle-orm'
import type { AuditEntry } from './schema.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ids that entries speak of: of their objects, and in what fields were and became. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : []
}

/**
 * What the things and people are called that entries name by their ids: people as the record itself names them, things
 * as they are called now. Only names are read beyond the reader's scope, and only of what the entries name.
 */
export async function namesOf(
  database: Database,
  scope: Scope,
  entries: readonly AuditEntry[],
): Promise<Record<string, string>> {
  const ids = [
    ...new Set(
      entries.flatMap(({ key, changes, enterpriseId }) => idsIn([key, changes, enterpriseId])),
    ),
  ]
  if (ids.length === 0) return {}
  const asked = sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`
  const people = await database.reading(scope, (tx) => namedInRecord(tx, asked))
  const things = await database.reading({ audience: 'wide' }, (tx) => namedNow(tx, asked))
  return Object.fromEntries([...people, ...things].map(({ id, name }) => [id, name]))
}

function namedInRecord(tx: Tx, ids: SQL) {
  return queryRows(
    tx,
    Named,
    sql`
    SELECT asked::text AS id, last.actor_name AS name
    FROM unnest(${ids}) asked
    CROSS JOIN LATERAL (
      SELECT actor_name FROM audit_log WHERE actor_id = asked ORDER BY seq DESC LIMIT 1
    ) last`,
  )
}

function namedNow(tx: Tx, ids: SQL) {
  return queryRows(
    tx,
    Named,
    sql`
    SELECT id::text, name FROM enterprises WHERE id = ANY (${ids})
    UNION ALL SELECT id::text, name FROM grids WHERE id = ANY (${ids})
    UNION ALL SELECT id::text, name FROM offices WHERE id = ANY (${ids})
    UNION ALL SELECT id::text, name FROM risk_points WHERE enterprise_id = ANY (${ids}) AND id = ANY (${ids})
    UNION ALL SELECT id::text, code FROM hazards WHERE enterprise_id = ANY (${ids}) AND id = ANY (${ids})`,
  )
}
