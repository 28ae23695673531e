import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { RosterRecord } from './schema.ts'

const LastBatch = z.object({ number: z.string(), publishedAt: z.string(), records: z.int() })
export type LastBatch = z.output<typeof LastBatch>

/** The edition that stands: the newest; undefined before the first. */
export function lastBatch(tx: Tx): Promise<LastBatch | undefined> {
  return queryRow(
    tx,
    LastBatch,
    sql`
    SELECT number, ${isoTime(sql`published_at`)} AS "publishedAt", records
    FROM public_batches
    ORDER BY published_at DESC, number DESC
    LIMIT 1`,
  )
}

/** Every record of an edition that was not retracted since. */
export function publishedRecords(tx: Tx, number: string): Promise<z.output<typeof RosterRecord>[]> {
  return queryRows(
    tx,
    RosterRecord,
    sql`
    SELECT code, operator, address, activity, kind, level, harms, warning_zh AS "warningZh", warning_en AS "warningEn",
      do_this_zh AS "doThisZh", do_this_en AS "doThisEn", last_visit AS "lastVisit", office_name AS "officeName", office_phone AS "officePhone",
      town_code AS "townCode", town_name AS "townName", lon, lat
    FROM public_records
    WHERE batch_number = ${number} AND stands
    ORDER BY code`,
  )
}
