import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import type { Evidence, Link, Mark } from './chain.ts'

/** Entries read at a time: a few megabytes at most. */
const BATCH = 500

/**
 * What an entry's hash covers, if it stood at `seq`. Deliberately not the database's own function
 * `audit_canonical`: whoever alters entries could have altered that too.
 */
function contentOf(seq: SQL): SQL {
  return sql`(jsonb_build_object(
    'seq', ${seq},
    'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actorId', actor_id,
    'actorName', actor_name,
    'actorRole', actor_role,
    'ip', host(ip),
    'action', action,
    'table', object_table,
    'key', object_key,
    'objectName', object_name,
    'enterpriseId', enterprise_id,
    'changes', changes
  ) || CASE WHEN actor_post IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('actorPost', actor_post) END)::text`
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const LinkRow = z.object({ seq: z.number(), content: z.string(), prevHash: hash, hash })
const MarkRow = z.object({ seq: z.number(), hash })
const Found = z.object({ seq: z.number() })

/** All entries by number, in batches through a cursor that lives as long as the transaction. */
export async function* readLinks(tx: Tx): AsyncGenerator<Link> {
  await tx.execute(sql`
    DECLARE audit_chain NO SCROLL CURSOR FOR
    SELECT seq::float8 AS seq, ${contentOf(sql`seq`)} AS content, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
    FROM audit_log
    ORDER BY seq
  `)
  for (;;) {
    const links = await queryRows(
      tx,
      LinkRow,
      sql`FETCH ${sql.raw(String(BATCH))} FROM audit_chain`,
    )
    yield* links
    if (links.length < BATCH) return
  }
}

/** Where the chain ends according to `audit_head`; undefined if that row is gone. */
export function readHead(tx: Tx): Promise<Mark | undefined> {
  return queryRow(
    tx,
    MarkRow,
    sql`SELECT seq::float8 AS seq, encode(hash, 'hex') AS hash FROM audit_head`,
  )
}

/** Looks into the database for how a break came about. */
export function evidenceIn(tx: Tx): Evidence {
  return {
    async originalNumber(seq) {
      const found = await queryRow(
        tx,
        Found,
        sql`
        SELECT candidate::float8 AS seq
        FROM audit_log, generate_series(1, (SELECT greatest(max(l.seq), (SELECT h.seq FROM audit_head h)) FROM audit_log l)) candidate
        WHERE seq = ${seq} AND sha256(prev_hash || convert_to(${contentOf(sql`candidate`)}, 'UTF8')) = hash
        LIMIT 1
      `,
      )
      return found?.seq
    },
    async followerOf(before) {
      const found = await queryRow(
        tx,
        Found,
        sql`SELECT seq::float8 AS seq FROM audit_log WHERE prev_hash = decode(${before}, 'hex') LIMIT 1`,
      )
      return found?.seq
    },
  }
}
