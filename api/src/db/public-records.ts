import { sql } from 'drizzle-orm'
import type { PublicRecord } from '../domain/public-roster.ts'
import type { Tx } from './database.ts'

/** Adds the records of an edition, each field by name: what domain/public-roster.ts has, and nothing else. */
export async function addPublicRecords(
  tx: Tx,
  number: string,
  records: readonly PublicRecord[],
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO public_records (batch_number, code, operator, address, activity, kind, level, harms, warning_zh, warning_en,
      do_this_zh, do_this_en, last_visit, office_name, office_phone, town_code, town_name, lon, lat)
    SELECT ${number}, code, operator, address, activity, kind, level, harms, "warningZh", "warningEn",
      "doThisZh", "doThisEn", "lastVisit", "officeName", "officePhone", "townCode", "townName", lon, lat
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (
      code text, operator text, address text, activity text, kind text, level int, harms jsonb, "warningZh" text, "warningEn" text,
      "doThisZh" text, "doThisEn" text, "lastVisit" text, "officeName" text, "officePhone" text, "townCode" text, "townName" text,
      lon double precision, lat double precision)`)
}
