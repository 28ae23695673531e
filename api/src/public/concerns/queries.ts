import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { isoTime, queryRow } from '../../db/rows.ts'
import { CONCERN_STATUS_CODES } from '../../domain/public-concern.ts'

/** Without vowels and without letters that look like digits. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ'

/** What a reporter follows a concern by: 12 characters in groups of four, 2 × 10¹⁷ of them. */
function newReceipt(): string {
  const digits = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return digits.replace(/(.{4})(?=.)/g, '$1-')
}

/** A receipt as people type it: small letters, spaces and missing hyphens forgiven. */
export function readReceipt(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replace(/(.{4})(?=.)/g, '$1-')
}

/** A concern as it is handed in. */
export interface NewConcern {
  readonly id: string
  readonly text: string
  readonly placeText: string
  /** Degrees, WGS 84. */
  readonly position: readonly [lon: number, lat: number] | null
  readonly aboutCode: string | null
  readonly photo: { readonly sha256: string; readonly mime: string } | null
  readonly at: Date
}

/** Files a concern. @returns its receipt; the first one where it was filed before */
export async function fileConcern(
  tx: Tx,
  { id, text, placeText, position, aboutCode, photo, at }: NewConcern,
): Promise<string> {
  const filed = await queryRow(
    tx,
    z.object({ receipt: z.string() }),
    sql`
    SELECT file_concern(
      ${id}::uuid, ${newReceipt()}, ${text}, ${placeText}, ${position?.[0] ?? null}::double precision, ${position?.[1] ?? null}::double precision,
      ${aboutCode}::text, ${photo?.sha256 ?? null}::text, ${photo?.mime ?? null}::text, ${at.toISOString()}::timestamptz
    ) AS receipt`,
  )
  if (filed === undefined) throw new Error('a filed concern has a receipt')
  return filed.receipt
}

const Progress = z.object({
  status: z.enum(CONCERN_STATUS_CODES),
  reply: z.string().nullable(),
  receivedAt: z.string(),
  moderatedAt: z.string().nullable(),
})
export type ConcernProgress = z.output<typeof Progress>

/** How far a concern has come; undefined for an unknown receipt. */
export function followConcern(tx: Tx, receipt: string): Promise<ConcernProgress | undefined> {
  return queryRow(
    tx,
    Progress,
    sql`
    SELECT status, reply, ${isoTime(sql`received_at`)} AS "receivedAt", ${isoTime(sql`moderated_at`)} AS "moderatedAt"
    FROM concern_by_receipt(${receipt})`,
  )
}
