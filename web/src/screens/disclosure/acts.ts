import {
  actOnBatch,
  BATCH_ACT_CODES,
  type BatchAct,
  type BatchRefusal,
} from '@onemap/api/domain/disclosure-batch'
import { todayInChina } from '@onemap/api/domain/overdue'
import type { Batch } from './queries.ts'

/** Who looks at a batch. */
export interface Viewer {
  readonly id: string
  readonly role: string
  readonly position?: string | undefined
}

/** An act that the batch's state allows, and what stands in this person's way. */
export interface OfferedAct {
  readonly act: BatchAct
  readonly barred: Exclude<
    BatchRefusal,
    'state-forbids' | 'opinion-missing' | 'outside-reason-missing'
  > | null
}

/** What may be done with a batch now; whoever only reads is offered nothing. */
export function actsFor(
  { status, preparedBy }: Pick<Batch, 'status' | 'preparedBy'>,
  { id, role, position }: Viewer,
): OfferedAct[] {
  if (role !== 'bureau') return []
  return BATCH_ACT_CODES.flatMap((act): OfferedAct[] => {
    const outcome = actOnBatch(act, {
      status,
      preparedBy,
      actor: id,
      actorIsHead: position === 'head',
      opinion: '—',
      // What has to be written with an act bars nobody from it.
      outsideReason: '—',
      today: todayInChina(new Date()),
    })
    if (outcome.ok) return [{ act, barred: null }]
    return outcome.refusal === 'same-person' || outcome.refusal === 'head-only'
      ? [{ act, barred: outcome.refusal }]
      : []
  })
}

/** Whether somebody may rewrite a batch as it stands. */
export function mayEdit({ status }: Pick<Batch, 'status'>, { role }: Viewer): boolean {
  return role === 'bureau' && (status === 'draft' || status === 'returned')
}

/** Whether writing would make a head of office the preparer of somebody else's batch, whom nobody then lets approve it. */
export function takesOver(
  { status, preparedBy }: Pick<Batch, 'status' | 'preparedBy'>,
  viewer: Viewer,
): boolean {
  return mayEdit({ status }, viewer) && viewer.position === 'head' && viewer.id !== preparedBy
}
