import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { evidenceOf } from '../db/evidence.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import type { Actor } from '../db/scope.ts'
import { orderDocumentNo, orderDocumentPattern } from '../domain/document-number.ts'
import { todayInChina } from '../domain/overdue.ts'
import {
  applyOrderEvent,
  orderActionsFor,
  ORDER_PART_CODES,
  type OrderEvent,
  type OrderOutcome,
  type OrderPart,
  type OrderStatus,
} from '../domain/supervision-order.ts'
import { NotFoundError } from '../http/errors.ts'
import { OtherOfficeError } from '../http/refusals.ts'
import { sendMessages, type MessageDraft } from '../db/messages.ts'
import { findOrder, type OrderWithEvents } from './queries.ts'
import {
  DocumentNoTakenError,
  OrderGuardError,
  OrderPartError,
  OrderStateError,
  UnknownEvidenceError,
} from './refusals.ts'
import type { NewOrder, OrderAct } from './schema.ts'

/** Who acts, in which parts, when. */
export interface Acting {
  readonly actor: Actor
  readonly parts: readonly OrderPart[]
  readonly officeId: string | undefined
  readonly at: Date
}

type Accepted = Extract<OrderOutcome, { ok: true }>

/**
 * Issues an order. The same id again answers with the order that stands.
 * @returns the order's id, and whether it is new
 * @throws OtherOfficeError, OrderGuardError, DocumentNoTakenError, UnknownEvidenceError, NotFoundError
 */
export async function issueOrder(
  tx: Tx,
  input: NewOrder,
  { actor, parts, officeId, at }: Acting,
): Promise<{ id: string; isNew: boolean }> {
  const { enterpriseId, hazardId, title, requirement, deadline, evidence } = input
  const id = input.id ?? randomUUID()
  if ((await findOrder(tx, enterpriseId, id)) !== undefined) return { id, isNew: false }
  await mustAnswerTo(tx, enterpriseId, officeId)
  if (hazardId !== undefined) await mustHaveHazard(tx, enterpriseId, hazardId)
  const documentNo = input.documentNo ?? (await nextDocumentNo(tx, todayInChina(at).slice(0, 4)))
  const { state, part } = accepted(
    'issue',
    applyOrderEvent(null, 'issue', parts, { at, title, requirement, deadline, documentNo }),
    undefined,
  )
  const made = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    INSERT INTO supervision_orders (enterprise_id, id, hazard_id, document_no, title, requirement, status, deadline, issued_by, issued_by_name, issued_at, last_seq)
    VALUES (${enterpriseId}, ${id}, ${hazardId ?? null}, ${documentNo}, ${title}, ${requirement}, ${state.status}, ${state.deadline}, ${actor.id}, ${actor.name}, ${at.toISOString()}, 1)
    ON CONFLICT DO NOTHING
    RETURNING id`,
  )
  if (made.length === 0) {
    if ((await findOrder(tx, enterpriseId, id)) !== undefined) return { id, isNew: false }
    throw new DocumentNoTakenError()
  }
  await record(
    tx,
    enterpriseId,
    id,
    {
      seq: 1,
      type: 'issue',
      from: null,
      to: state.status,
      part,
      text: requirement,
      deadline: state.deadline,
      evidence,
    },
    { actor, at },
  )
  await tell(
    tx,
    'issue',
    { enterpriseId, id, documentNo, title: title ?? '', deadline: state.deadline },
    { actor, at },
  )
  return { id, isNew: true }
}

/**
 * Takes one step. The same `clientId` again changes nothing.
 * @throws OrderStateError with what stands, OrderPartError, OrderGuardError, UnknownEvidenceError, NotFoundError
 */
export async function actOnOrder(
  tx: Tx,
  enterpriseId: string,
  id: string,
  act: OrderAct,
  { actor, parts, at }: Acting,
): Promise<void> {
  const order = await findOrder(tx, enterpriseId, id)
  if (order === undefined) throw new NotFoundError('order')
  if (act.clientId !== undefined && (await isDone(tx, enterpriseId, act.clientId))) return
  if (act.afterSeq !== undefined && act.afterSeq !== order.lastSeq) throw conflict(act, order)
  const before = {
    ...order,
    repliedAt: moment(order.repliedAt),
    acceptedAt: moment(order.acceptedAt),
  }
  const { state, part } = accepted(
    act.type,
    applyOrderEvent(before, act.type, parts, { at, text: act.text, deadline: act.deadline }),
    { act, order },
  )
  const seq = order.lastSeq + 1
  // The enterprise writes neither deadline nor round nor acceptance: its steps change none of them.
  const officeOnly =
    part === 'office'
      ? sql`, deadline = ${state.deadline}, round = ${state.round}, accepted_at = ${state.acceptedAt?.toISOString() ?? null}`
      : sql``
  const moved = await queryRows(
    tx,
    z.object({ seq: z.int() }),
    sql`
    UPDATE supervision_orders
    SET status = ${state.status}, replied_at = ${state.repliedAt?.toISOString() ?? null}, last_seq = ${seq} ${officeOnly}
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND last_seq = ${order.lastSeq}
    RETURNING last_seq AS seq`,
  )
  if (moved.length === 0) {
    const now = await findOrder(tx, enterpriseId, id)
    if (now === undefined) throw new NotFoundError('order')
    if (now.lastSeq === order.lastSeq) throw new OtherOfficeError(now.officeName)
    throw conflict({ ...act, afterSeq: order.lastSeq }, now)
  }
  const deadline = state.deadline === order.deadline ? null : state.deadline
  await record(
    tx,
    enterpriseId,
    id,
    {
      seq,
      type: act.type,
      from: order.status,
      to: state.status,
      part,
      text: act.text,
      deadline,
      evidence: act.evidence,
      clientId: act.clientId,
    },
    { actor, at },
  )
  await tell(tx, act.type, { ...order, deadline: state.deadline }, { actor, at })
}

/** Whom an act concerns is told: whose turn it is now, or whose it no longer is. */
const TOLD: Readonly<Partial<Record<OrderEvent, MessageDraft>>> = {
  issue: { recipient: 'enterprise', kind: 'order-issued' },
  reply: { recipient: 'office', kind: 'order-replied' },
  return: { recipient: 'enterprise', kind: 'order-returned' },
  accept: { recipient: 'enterprise', kind: 'order-accepted' },
  withdraw: { recipient: 'enterprise', kind: 'order-withdrawn' },
}

async function tell(
  tx: Tx,
  event: OrderEvent,
  {
    enterpriseId,
    id,
    documentNo,
    title,
    deadline,
  }: Pick<OrderWithEvents, 'enterpriseId' | 'id' | 'documentNo' | 'title' | 'deadline'>,
  { actor, at }: Pick<Acting, 'actor' | 'at'>,
): Promise<void> {
  const draft = TOLD[event]
  if (draft === undefined) return
  await sendMessages(
    tx,
    {
      enterpriseId,
      subject: 'order',
      subjectId: id,
      at,
      params: { code: documentNo, description: title.slice(0, 80), by: actor.name, deadline },
    },
    [draft],
  )
}

interface Step {
  readonly seq: number
  readonly type: OrderEvent
  readonly from: OrderStatus | null
  readonly to: OrderStatus
  readonly part: OrderPart
  readonly text: string | undefined
  readonly deadline: string | null
  readonly evidence: readonly string[]
  readonly clientId?: string | undefined
}

async function record(
  tx: Tx,
  enterpriseId: string,
  id: string,
  step: Step,
  { actor, at }: Pick<Acting, 'actor' | 'at'>,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO supervision_order_events (enterprise_id, order_id, seq, client_id, type, from_status, to_status, actor_id, actor_name, actor_role, occurred_at, text, deadline)
    VALUES (${enterpriseId}, ${id}, ${step.seq}, ${step.clientId ?? null}, ${step.type}, ${step.from}, ${step.to}, ${actor.id}, ${actor.name}, ${step.part}, ${at.toISOString()}, ${step.text ?? null}, ${step.deadline})`)
  const evidence = [...new Set(step.evidence)]
  if ((await evidenceOf(tx, enterpriseId, evidence)).length !== evidence.length)
    throw new UnknownEvidenceError()
  for (const one of evidence) {
    await tx.execute(
      sql`INSERT INTO supervision_order_evidence (enterprise_id, order_id, seq, evidence_id) VALUES (${enterpriseId}, ${id}, ${step.seq}, ${one})`,
    )
  }
}

function accepted(
  event: OrderEvent,
  outcome: OrderOutcome,
  seen: { act: OrderAct; order: OrderWithEvents } | undefined,
): Accepted {
  if (outcome.ok) return outcome
  if (outcome.code === 'part-forbids') throw new OrderPartError(event, outcome.parts)
  if (outcome.code === 'guard-fails') throw new OrderGuardError(outcome.guards)
  if (seen === undefined) throw new Error('a new order is in no state')
  throw conflict(seen.act, seen.order)
}

function conflict(
  { type, afterSeq = 0 }: Pick<OrderAct, 'type' | 'afterSeq'>,
  { status, lastSeq, events }: OrderWithEvents,
): OrderStateError {
  const possible = orderActionsFor(status, ORDER_PART_CODES).map((action) => action.type)
  return new OrderStateError(type, {
    status,
    lastSeq,
    possible,
    since: events.filter(({ seq }) => seq > afterSeq),
  })
}

const moment = (iso: string | null): Date | null => (iso === null ? null : new Date(iso))

async function isDone(tx: Tx, enterpriseId: string, clientId: string): Promise<boolean> {
  const done = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM supervision_order_events WHERE enterprise_id = ${enterpriseId} AND client_id = ${clientId}`,
  )
  return done !== undefined
}

async function mustAnswerTo(
  tx: Tx,
  enterpriseId: string,
  officeId: string | undefined,
): Promise<void> {
  const owner = await queryRow(
    tx,
    z.object({ officeId: z.uuid() }),
    sql`SELECT office_id AS "officeId" FROM enterprises WHERE id = ${enterpriseId}`,
  )
  if (owner === undefined) throw new NotFoundError('enterprise')
  if (owner.officeId !== officeId) throw new OtherOfficeError()
}

async function mustHaveHazard(tx: Tx, enterpriseId: string, hazardId: string): Promise<void> {
  const found = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${hazardId}`,
  )
  if (found === undefined) throw new NotFoundError('hazard')
}

/** The next number of the year. Whoever asks keeps others waiting until the end of the transaction: no number goes out twice. */
async function nextDocumentNo(tx: Tx, year: string): Promise<string> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('supervision_orders.document_no'))`)
  const last = await queryRow(
    tx,
    z.object({ number: z.int() }),
    sql`
    SELECT coalesce(max(substring(document_no FROM ${orderDocumentPattern(year)})::integer), 0) AS number FROM supervision_orders`,
  )
  return orderDocumentNo(year, (last?.number ?? 0) + 1)
}
