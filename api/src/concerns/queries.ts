import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import type { ConcernStatus } from '../domain/public-concern.ts'
import { Concern } from './schema.ts'

const COLUMNS = sql`
  c.id, c.receipt, c.text, c.place_text AS "placeText", ${asGeoJson(sql`c.geom`)} AS location, c.grid_id AS "gridId",
  (SELECT json_build_object('code', r.code, 'operator', r.operator)
   FROM public_records r JOIN public_batches b ON b.number = r.batch_number
   WHERE r.code = c.about_code AND r.stands ORDER BY b.published_at DESC LIMIT 1) AS about,
  c.photo_sha256 IS NOT NULL AS "hasPhoto", c.status, c.reply, ${isoTime(sql`c.received_at`)} AS "receivedAt",
  c.moderated_by_name AS "moderatedByName", ${isoTime(sql`c.moderated_at`)} AS "moderatedAt",
  CASE WHEN c.hazard_id IS NULL THEN NULL ELSE json_build_object('enterpriseId', c.enterprise_id, 'id', c.hazard_id) END AS hazard`

/** Instant of arrival and id: waiting ones oldest first. */
export const ConcernPosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
])
export type ConcernPosition = z.output<typeof ConcernPosition>
const Listed = Concern.extend({ receivedInstant: z.string() })
export type ListedConcern = z.output<typeof Listed>

export function positionOf({ receivedInstant, id }: ListedConcern): ConcernPosition {
  return [receivedInstant, id]
}

/** Concerns of one status in the order they came. */
export function listConcerns(
  tx: Tx,
  status: ConcernStatus | undefined,
  after: ConcernPosition | undefined,
  limit: number,
): Promise<ListedConcern[]> {
  const conditions: SQL[] = [
    ...(status === undefined ? [] : [sql`c.status = ${status}`]),
    ...(after === undefined
      ? []
      : [sql`(c.received_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
  ]
  return queryRows(
    tx,
    Listed,
    sql`
    SELECT ${COLUMNS}, to_char(c.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "receivedInstant"
    FROM public_concerns c
    WHERE ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)}
    ORDER BY c.received_at, c.id
    LIMIT ${limit}`,
  )
}

/** One concern; undefined where the scope sees none of that id. */
export function findConcern(tx: Tx, id: string): Promise<Concern | undefined> {
  return queryRow(tx, Concern, sql`SELECT ${COLUMNS} FROM public_concerns c WHERE c.id = ${id}`)
}

/** Where its photograph lies. */
export function findPhoto(
  tx: Tx,
  id: string,
): Promise<{ sha256: string; mime: string } | undefined> {
  return queryRow(
    tx,
    z.object({ sha256: z.string(), mime: z.string() }),
    sql`
    SELECT photo_sha256 AS sha256, photo_mime AS mime FROM public_concerns WHERE id = ${id} AND photo_sha256 IS NOT NULL`,
  )
}

/** Whether the scope sees a hazard. */
export async function seesHazard(tx: Tx, enterpriseId: string, hazardId: string): Promise<boolean> {
  return (
    (await queryRow(
      tx,
      z.object({ id: z.uuid() }),
      sql`SELECT id FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${hazardId}`,
    )) !== undefined
  )
}

interface Verdict {
  readonly status: 'accepted' | 'declined'
  readonly reply: string | null
  readonly hazard: { readonly enterpriseId: string; readonly hazardId: string } | null
  readonly officer: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Settles a waiting concern. @returns false where somebody else was first, or the scope may not */
export async function settleConcern(
  tx: Tx,
  id: string,
  { status, reply, hazard, officer, at }: Verdict,
): Promise<boolean> {
  const settled = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    UPDATE public_concerns
    SET status = ${status}, reply = ${reply}, moderated_by = ${officer.id}, moderated_by_name = ${officer.name}, moderated_at = ${at.toISOString()},
      enterprise_id = ${hazard?.enterpriseId ?? null}::uuid, hazard_id = ${hazard?.hazardId ?? null}::uuid
    WHERE id = ${id} AND status = 'received'
    RETURNING id`,
  )
  return settled !== undefined
}
