import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './database.ts'
import { queryRows } from './rows.ts'

const Head = z.object({ userId: z.uuid() })

/** Accounts of the heads of every office (科长) in office on a day, `YYYY-MM-DD`. */
export async function officeHeads(database: Database, day: string): Promise<string[]> {
  const heads = await database.reading({ audience: 'identity' }, (tx) =>
    queryRows(
      tx,
      Head,
      sql`
    SELECT DISTINCT a.user_id AS "userId"
    FROM appointments a
    JOIN users u ON u.id = a.user_id
    WHERE a.role = 'bureau' AND a.position = 'head' AND a.ended_at IS NULL AND NOT u.banned
      AND a.valid_from <= ${day}::date AND (a.valid_to IS NULL OR a.valid_to >= ${day}::date)
    ORDER BY 1`,
    ),
  )
  return heads.map(({ userId }) => userId)
}
