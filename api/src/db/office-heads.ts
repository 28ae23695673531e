import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './database.ts'
import { queryRows } from './rows.ts'

const Head = z.object({ userId: z.uuid(), name: z.string(), officeName: z.string() })
type Head = z.output<typeof Head>

/** The heads of every office (科长) in office on a day, `YYYY-MM-DD`; each once. */
export function officeHeads(database: Database, day: string): Promise<Head[]> {
  return database.reading({ audience: 'identity' }, (tx) =>
    queryRows(
      tx,
      Head,
      sql`
    SELECT DISTINCT ON (u.id) u.id AS "userId", u.name, o.name AS "officeName"
    FROM appointments a
    JOIN users u ON u.id = a.user_id
    JOIN offices o ON o.id = a.office_id
    WHERE a.role = 'bureau' AND a.position = 'head' AND a.ended_at IS NULL AND NOT u.banned
      AND a.valid_from <= ${day}::date AND (a.valid_to IS NULL OR a.valid_to >= ${day}::date)
    ORDER BY u.id, a.valid_from`,
    ),
  )
}
