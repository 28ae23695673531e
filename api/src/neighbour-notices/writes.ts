import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { lookAtEnterprise, setHandRecipients } from '../db/notice-drafts.ts'
import { queryRow } from '../db/rows.ts'
import type { Actor } from '../db/scope.ts'
import { judgeNoticeEvent, type NoticeEvent, type NoticePart } from '../domain/neighbour-notice.ts'
import { renewalDay, type NeighbourProfile } from '../domain/neighbour-profile.ts'
import { todayInChina } from '../domain/overdue.ts'
import { NotFoundError } from '../http/errors.ts'
import type { LateRule } from './filters.ts'
import { findNotice, type NoticeDetail } from './queries.ts'
import {
  NothingToDraftError,
  NoticeGuardError,
  NoticePartError,
  NoticeStateError,
  UnknownRecipientError,
} from './refusals.ts'
import type { NoticeAct, NoticeChange } from './schema.ts'

/** Who acts in which part, by which rules, when. */
export interface Acting {
  readonly actor: Actor
  readonly part: NoticePart
  readonly profile: NeighbourProfile
  readonly rule: LateRule
  readonly at: Date
}

/** Farther away nobody is a neighbour, whatever the reason, in metres. */
const FARTHEST_BY_HAND = 20_000

/** @throws NoticePartError unless the actor answers for notices of this very enterprise */
export function requirePart(
  parts: readonly NoticePart[],
  ownEnterprise: string | undefined,
  enterpriseId: string,
): NoticePart {
  const [part] = parts
  if (ownEnterprise !== enterpriseId) throw new NotFoundError('notice')
  if (part === undefined) throw new NoticePartError()
  return part
}

/**
 * Drafts a new version of a point's notice because somebody wants it. The same id again changes nothing.
 * @returns the draft's id, and whether it is new
 * @throws NotFoundError, NothingToDraftError
 */
export async function draftByHand(
  tx: Tx,
  enterpriseId: string,
  {
    riskPointId,
    id = randomUUID(),
  }: { readonly riskPointId: string; readonly id?: string | undefined },
  { profile, rule, at }: Acting,
): Promise<{ id: string; isNew: boolean }> {
  if ((await findNotice(tx, enterpriseId, id, rule)) !== undefined) return { id, isNew: false }
  const point = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM risk_points WHERE enterprise_id = ${enterpriseId} AND id = ${riskPointId}`,
  )
  if (point === undefined) throw new NotFoundError('risk-point')
  await lookAtEnterprise(tx, enterpriseId, { profile, at }, { riskPointId, id })
  if ((await findNotice(tx, enterpriseId, id, rule)) === undefined) throw new NothingToDraftError()
  return { id, isNew: true }
}

/** Changes words and recipients of a draft. @throws NotFoundError, NoticeStateError, UnknownRecipientError */
export async function changeDraft(
  tx: Tx,
  enterpriseId: string,
  id: string,
  { version, byHand, ...words }: NoticeChange,
  acting: Acting,
): Promise<void> {
  const notice = await noticeSeen(tx, enterpriseId, id, version, 'edit', acting)
  const given = Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined))
  const edited = notice.edited || Object.keys(given).length > 0
  await move(
    tx,
    notice,
    'edit',
    sql`content = ${JSON.stringify({ ...notice.content, ...given })}::jsonb, edited = ${edited}`,
    acting,
  )
  if (byHand !== undefined) {
    const unknown = await setHandRecipients(
      tx,
      enterpriseId,
      id,
      notice.riskPointId,
      byHand.map((one) => ({ id: one.enterpriseId, reason: one.reason })),
      FARTHEST_BY_HAND,
    )
    if (unknown.length > 0)
      throw new UnknownRecipientError(
        byHand.flatMap((one, row) => (unknown.includes(one.enterpriseId) ? [row] : [])),
      )
  }
}

/**
 * Issues, withdraws or discards a notice. The same `clientId` again changes nothing.
 * @throws NotFoundError, NoticeStateError with what stands, NoticeGuardError
 */
export async function actOnNotice(
  tx: Tx,
  enterpriseId: string,
  id: string,
  { type, version, clientId, reason }: NoticeAct,
  acting: Acting,
): Promise<void> {
  const standing = await findNotice(tx, enterpriseId, id, acting.rule)
  if (clientId !== undefined && standing?.clientId === clientId) return
  const notice = await noticeSeen(tx, enterpriseId, id, version, type, acting, reason)
  const { actor, at, part, profile } = acting
  if (type === 'discard') {
    const gone = await queryRow(
      tx,
      z.unknown(),
      sql`DELETE FROM neighbour_notices WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version} RETURNING 1`,
    )
    if (gone === undefined) throw new NotFoundError('notice')
    return
  }
  const now = sql`${at.toISOString()}::timestamptz`
  await move(
    tx,
    notice,
    type,
    type === 'withdraw'
      ? sql`status = 'withdrawn', ended_at = ${now}, ended_by_name = ${actor.name}, reason = ${reason ?? null}, client_id = ${clientId ?? null}`
      : sql`status = 'issued', issued_at = ${now}, issued_by = ${actor.id}, issued_by_name = ${actor.name}, issued_by_part = ${part}, client_id = ${clientId ?? null},
        renew_on = ${await renewOn(tx, notice, renewalDay(profile, todayInChina(at)))}::date`,
    acting,
  )
}

/** A version for newcomers alone renews nothing: the others' year goes on. */
async function renewOn(
  tx: Tx,
  { enterpriseId, riskPointId, cause }: NoticeDetail,
  anew: string,
): Promise<string> {
  if (cause !== 'recipients-changed') return anew
  const before = await queryRow(
    tx,
    z.object({ renewOn: z.string() }),
    sql`
    SELECT renew_on::text AS "renewOn" FROM neighbour_notices WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${riskPointId} AND status = 'issued'`,
  )
  return before?.renewOn ?? anew
}

/** The notice as the sender saw it, if that allows the event. */
async function noticeSeen(
  tx: Tx,
  enterpriseId: string,
  id: string,
  version: number,
  event: NoticeEvent,
  { rule }: Acting,
  reason?: string,
): Promise<NoticeDetail> {
  const notice = await findNotice(tx, enterpriseId, id, rule)
  if (notice === undefined) throw new NotFoundError('notice')
  const verdict = judgeNoticeEvent(notice, event, {
    content: notice.content,
    recipients: notice.recipients.length,
    reason,
  })
  if (!verdict.ok && verdict.code === 'state-forbids')
    throw new NoticeStateError(event, notice, verdict.possible)
  if (notice.version !== version) throw new NoticeStateError(event, notice, [event])
  if (!verdict.ok) throw new NoticeGuardError(id, verdict.guards)
  return notice
}

async function move(
  tx: Tx,
  { enterpriseId, id, version }: NoticeDetail,
  event: NoticeEvent,
  assignments: ReturnType<typeof sql>,
  { rule }: Acting,
): Promise<void> {
  const moved = await queryRow(
    tx,
    z.unknown(),
    sql`
    UPDATE neighbour_notices SET ${assignments}, version = version + 1
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version} RETURNING 1`,
  )
  if (moved !== undefined) return
  const now = await findNotice(tx, enterpriseId, id, rule)
  if (now === undefined) throw new NotFoundError('notice')
  throw new NoticeStateError(event, now, [])
}
