import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import { tellingRadius, type NeighbourProfile } from '../domain/neighbour-profile.ts'
import type { NoticeCause } from '../domain/neighbour-notice.ts'
import { draftContent } from '../domain/notice-content.ts'
import { noticeDue, type NoticeDue } from '../domain/notice-due.ts'
import { todayInChina } from '../domain/overdue.ts'
import type { Tx } from './database.ts'
import {
  factsOf,
  nearOf,
  recipientIdsOf,
  standingOf,
  type Near,
  type PointStanding,
  type RecipientNow,
} from './notice-standing.ts'
import {
  addRecipients,
  insertDraft,
  removeDraft,
  rewriteDraft,
  withdrawOfGonePoints,
  type DraftToWrite,
} from './notice-draft-rows.ts'

/** By which rules and at what time points are looked at. */
export interface Looking {
  readonly profile: NeighbourProfile
  readonly at: Date
  /** Ids for what is drafted. @default random */
  readonly newId?: () => string
}

/** What an enterprise's own people ask for: a new version of one point's notice, whatever is due. */
export interface AskedFor {
  readonly riskPointId: string
  readonly id: string
}

/**
 * Looks at all points of an enterprise and brings its drafts up to date: drafts what is due, mends drafts that no
 * longer say what is, removes those that are due no more, withdraws what was told of points that are gone. Doing it
 * again changes nothing.
 * @param asked a version that somebody wants drafted although nothing is due
 * @returns ids of notices that were drafted
 */
export async function lookAtEnterprise(
  tx: Tx,
  enterpriseId: string,
  { profile, at, newId = randomUUID }: Looking,
  asked?: AskedFor,
): Promise<string[]> {
  await withdrawOfGonePoints(tx, enterpriseId, at)
  const { majorHazard, points } = await standingOf(tx, enterpriseId)
  const near = await nearOf(
    tx,
    enterpriseId,
    points.map((point) => ({
      id: point.id,
      radius: tellingRadius(profile, { level: point.level, majorHazard }),
      others: handOf(point).map(({ id }) => id),
    })),
  )
  const wanted = points.flatMap((point) => {
    const recipients = concernedBy(point, near.get(point.id) ?? [])
    const due = dueOf(point, recipients, todayInChina(at), asked)
    return due === null ? [] : [{ point, recipients, due }]
  })
  for (const { id, draft } of points) {
    if (draft !== null && !wanted.some(({ point }) => point.id === id))
      await removeDraft(tx, enterpriseId, draft)
  }
  const facts = await factsOf(
    tx,
    enterpriseId,
    wanted.map(({ point }) => point.id),
  )
  const drafted: string[] = []
  for (const { point, recipients, due } of wanted) {
    const known = facts.get(point.id)
    if (known === undefined) continue
    const { draft } = point
    const affected = new Set(due.affected)
    const notice: DraftToWrite = {
      enterpriseId,
      riskPointId: point.id,
      cause: due.cause,
      level: point.level,
      profileId: profile.id,
      profileVersion: profile.version,
      radius: tellingRadius(profile, { level: point.level, majorHazard }),
      geom: point.geom,
      extent: point.extent,
      content: draftContent(known, draft?.edited === true ? draft.content : undefined),
      recipients: recipients.map((recipient) => ({
        ...recipient,
        affected: affected.has(recipient.id),
      })),
    }
    if (draft === null) {
      const id = asked?.riskPointId === point.id ? asked.id : newId()
      if (await insertDraft(tx, id, notice, at)) drafted.push(id)
    } else if (!saysTheSame(draft, notice)) {
      await rewriteDraft(tx, draft, notice)
    }
  }
  return drafted
}

/** Recipients that people added, of the draft or else of the notice in force. */
function handOf({ draft, inForce }: PointStanding): RecipientNow[] {
  return (draft ?? inForce)?.recipients.filter(({ origin }) => origin === 'hand') ?? []
}

/** Everybody a point concerns: who is near enough, and who was added by hand. */
function concernedBy(point: PointStanding, near: readonly Near[]): RecipientNow[] {
  const reasons = new Map(handOf(point).map(({ id, reason }) => [id, reason]))
  return near.flatMap(({ within, lon: _lon, lat: _lat, ...one }): RecipientNow[] => {
    if (within) return [{ ...one, origin: 'profile', reason: null }]
    return reasons.has(one.id)
      ? [{ ...one, origin: 'hand', reason: reasons.get(one.id) ?? null }]
      : []
  })
}

function dueOf(
  point: PointStanding,
  recipients: readonly RecipientNow[],
  today: string,
  asked: AskedFor | undefined,
): NoticeDue | null {
  const concerned = recipients.map(({ id }) => id)
  const inForce = point.inForce && {
    ...point.inForce,
    recipients: point.inForce.recipients.map(({ id }) => id),
  }
  const due = noticeDue({ level: point.level, concerned, inForce }, today)
  const byHand = point.draft?.cause === 'corrected' || asked?.riskPointId === point.id
  const stronger: NoticeCause | undefined = due?.cause
  if (!byHand || stronger === 'created' || stronger === 'level-raised' || stronger === 'yearly')
    return due
  return { cause: 'corrected', affected: concerned }
}

function saysTheSame(draft: NonNullable<PointStanding['draft']>, notice: DraftToWrite): boolean {
  const seen = ({
    cause,
    level,
    radius,
    profileId,
    profileVersion,
    geom,
    extent,
    content,
  }: typeof draft | DraftToWrite) => ({
    cause,
    level,
    radius,
    profileId,
    profileVersion,
    geom,
    extent,
    content,
  })
  const list = (recipients: readonly (RecipientNow & { readonly affected: boolean })[]) =>
    recipients
      .map(({ id, name, geom, origin, reason, affected, distance }) => ({
        id,
        name,
        geom,
        origin,
        reason,
        affected,
        distance: Math.round(distance * 100),
      }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return (
    isDeepStrictEqual(seen(draft), seen(notice)) &&
    isDeepStrictEqual(list(draft.recipients), list(notice.recipients))
  )
}

/** Puts by hand whom a draft is for besides those near enough; the draft is looked at again with the next step. */
export async function setHandRecipients(
  tx: Tx,
  enterpriseId: string,
  noticeId: string,
  riskPointId: string,
  wanted: readonly { readonly id: string; readonly reason: string }[],
  farthest: number,
): Promise<readonly string[]> {
  await tx.execute(
    sql`DELETE FROM neighbour_notice_recipients WHERE enterprise_id = ${enterpriseId} AND notice_id = ${noticeId} AND origin = 'hand'`,
  )
  if (wanted.length === 0) return []
  const reach = await nearOf(tx, enterpriseId, [
    { id: riskPointId, radius: 0, others: wanted.map(({ id }) => id) },
  ])
  const known = (reach.get(riskPointId) ?? []).filter(({ distance }) => distance <= farthest)
  const standing = new Set(await recipientIdsOf(tx, enterpriseId, noticeId))
  await addRecipients(
    tx,
    enterpriseId,
    noticeId,
    known
      .filter(({ id }) => !standing.has(id))
      .map(({ within: _within, lon: _lon, lat: _lat, ...one }) => ({
        ...one,
        origin: 'hand' as const,
        reason: wanted.find(({ id }) => id === one.id)?.reason ?? '',
        affected: true,
      })),
  )
  return wanted.map(({ id }) => id).filter((id) => !known.some((one) => one.id === id))
}
