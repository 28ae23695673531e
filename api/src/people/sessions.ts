import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRows } from '../db/rows.ts'
import { IDLE_MINUTES } from '../domain/sign-in-limits.ts'
import { Session } from './schema.ts'

/**
 * Sessions that are still good, the last used first.
 * @param current the session that asks, if it may be among them
 */
export function listSessions(
  tx: Tx,
  userId: string,
  current: string | null,
  at: Date,
): Promise<z.output<typeof Session>[]> {
  const now = sql`${at.toISOString()}::timestamptz`
  return queryRows(
    tx,
    Session,
    sql`
    SELECT id, ${isoTime(sql`created_at`)} AS "createdAt", ${isoTime(sql`updated_at`)} AS "lastUsedAt", ${isoTime(sql`expires_at`)} AS "expiresAt",
           nullif(ip_address, '') AS "ipAddress", nullif(user_agent, '') AS "userAgent", id IS NOT DISTINCT FROM ${current}::uuid AS current
    FROM sessions
    WHERE user_id = ${userId} AND expires_at > ${now} AND updated_at > ${now} - make_interval(mins => ${IDLE_MINUTES})
    ORDER BY updated_at DESC, id`,
  )
}

/**
 * Ends sessions of somebody: one, or all but one.
 * @returns how many ended
 */
export async function endSessions(
  tx: Tx,
  userId: string,
  which: { readonly only: string } | { readonly except: string | null },
): Promise<number> {
  const condition =
    'only' in which ? sql`id = ${which.only}` : sql`id IS DISTINCT FROM ${which.except}::uuid`
  const ended = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`DELETE FROM sessions WHERE user_id = ${userId} AND ${condition} RETURNING id`,
  )
  if (ended.length > 0) {
    await recordAct(tx, {
      action: 'session-end',
      table: 'users',
      key: { id: userId },
      changes: { sessions: { from: ended.length, to: 0 } },
    })
  }
  return ended.length
}
