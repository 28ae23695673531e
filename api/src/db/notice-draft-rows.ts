import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { NoticeCause, RecipientOrigin } from '../domain/neighbour-notice.ts'
import type { NoticeContent } from '../domain/notice-content.ts'
import type { RiskLevel } from '../domain/risk-level.ts'
import type { Tx } from './database.ts'
import { queryRow } from './rows.ts'

export interface RecipientToWrite {
  readonly id: string
  readonly name: string
  /** PostGIS text. */
  readonly geom: string
  readonly distance: number
  readonly origin: RecipientOrigin
  readonly reason: string | null
  readonly affected: boolean
}

export interface DraftToWrite {
  readonly enterpriseId: string
  readonly riskPointId: string
  readonly cause: NoticeCause
  readonly level: RiskLevel
  readonly profileId: string
  readonly profileVersion: number
  /** Metres. */
  readonly radius: number
  readonly geom: string
  readonly extent: string | null
  readonly content: NoticeContent
  readonly recipients: readonly RecipientToWrite[]
}

interface Seen {
  readonly id: string
  readonly version: number
}

/** Writes a draft of the point's next version. @returns false where somebody else just drafted one */
export async function insertDraft(
  tx: Tx,
  id: string,
  notice: DraftToWrite,
  at: Date,
): Promise<boolean> {
  const { enterpriseId, riskPointId } = notice
  const made = await queryRow(
    tx,
    z.unknown(),
    sql`
    INSERT INTO neighbour_notices (enterprise_id, id, risk_point_id, no, status, cause, point_level, profile_id, profile_version, radius, geom, extent, content, drafted_at)
    SELECT ${enterpriseId}, ${id}, ${riskPointId}, coalesce(max(no), 0) + 1, 'draft', ${notice.cause}, ${notice.level}, ${notice.profileId}, ${notice.profileVersion}, ${notice.radius},
      (${notice.geom}::text)::geometry, (${notice.extent}::text)::geometry, ${JSON.stringify(notice.content)}::jsonb, ${at.toISOString()}::timestamptz
    FROM neighbour_notices WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${riskPointId}
    ON CONFLICT DO NOTHING RETURNING 1`,
  )
  if (made === undefined) return false
  await addRecipients(tx, enterpriseId, id, notice.recipients)
  return true
}

/** Brings a draft up to date, unless somebody changed it meanwhile. */
export async function rewriteDraft(
  tx: Tx,
  { id, version }: Seen,
  notice: DraftToWrite,
): Promise<void> {
  const { enterpriseId } = notice
  const moved = await queryRow(
    tx,
    z.unknown(),
    sql`
    UPDATE neighbour_notices
    SET cause = ${notice.cause}, point_level = ${notice.level}, profile_id = ${notice.profileId}, profile_version = ${notice.profileVersion}, radius = ${notice.radius},
      geom = (${notice.geom}::text)::geometry, extent = (${notice.extent}::text)::geometry, content = ${JSON.stringify(notice.content)}::jsonb, version = version + 1
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version} AND status = 'draft' RETURNING 1`,
  )
  if (moved === undefined) return
  await tx.execute(
    sql`DELETE FROM neighbour_notice_recipients WHERE enterprise_id = ${enterpriseId} AND notice_id = ${id}`,
  )
  await addRecipients(tx, enterpriseId, id, notice.recipients)
}

/** Adds recipients to a draft. */
export async function addRecipients(
  tx: Tx,
  enterpriseId: string,
  noticeId: string,
  recipients: readonly RecipientToWrite[],
): Promise<void> {
  if (recipients.length === 0) return
  await tx.execute(sql`
    INSERT INTO neighbour_notice_recipients (enterprise_id, notice_id, recipient_id, recipient_name, geom, distance, origin, reason, affected)
    SELECT ${enterpriseId}, ${noticeId}, id, name, geom::geometry, distance, origin, reason, affected
    FROM jsonb_to_recordset(${JSON.stringify(recipients)}::jsonb) AS r (id uuid, name text, geom text, distance float8, origin text, reason text, affected boolean)`)
}

/** Removes a draft that is due no more, unless somebody changed it meanwhile. */
export async function removeDraft(
  tx: Tx,
  enterpriseId: string,
  { id, version }: Seen,
): Promise<void> {
  await tx.execute(
    sql`DELETE FROM neighbour_notices WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version} AND status = 'draft'`,
  )
}

/** What was told of points that are gone is withdrawn, what was drafted of them removed. */
export async function withdrawOfGonePoints(tx: Tx, enterpriseId: string, at: Date): Promise<void> {
  const gone = sql`n.enterprise_id = ${enterpriseId} AND NOT EXISTS (SELECT FROM risk_points p WHERE p.enterprise_id = n.enterprise_id AND p.id = n.risk_point_id)`
  await tx.execute(sql`DELETE FROM neighbour_notices n WHERE ${gone} AND n.status = 'draft'`)
  await tx.execute(sql`
    UPDATE neighbour_notices n SET status = 'withdrawn', version = version + 1, ended_at = ${at.toISOString()}::timestamptz, ended_by_name = '系统', reason = '风险点已撤销'
    WHERE ${gone} AND n.status = 'issued'`)
}
