import { codesOf, type Dictionary } from './dictionary.ts'
import { isOutsideWindow } from './disclosure-window.ts'

/** 公布批次: what sort of edition of the roster it is. */
export const BATCH_KINDS = {
  regular: { zh: '续报', en: 'Regular' },
  correction: { zh: '更正', en: 'Correction' },
  withdrawal: { zh: '撤回', en: 'Withdrawal' },
} as const satisfies Dictionary

export type BatchKind = keyof typeof BATCH_KINDS
export const BATCH_KIND_CODES = codesOf(BATCH_KINDS)

/** How far a batch has come. A published one never changes again. */
export const BATCH_STATUSES = {
  draft: { zh: '起草中', en: 'Draft' },
  submitted: { zh: '待审批', en: 'Awaiting approval' },
  returned: { zh: '已退回', en: 'Returned' },
  published: { zh: '已公布', en: 'Published' },
  discarded: { zh: '已作废', en: 'Discarded' },
} as const satisfies Dictionary

export type BatchStatus = keyof typeof BATCH_STATUSES
export const BATCH_STATUS_CODES = codesOf(BATCH_STATUSES)

/** What an officer does with a batch. */
export const BATCH_ACTS = {
  submit: { zh: '提交审批', en: 'Submit for approval' },
  approve: { zh: '批准公布', en: 'Approve and publish' },
  return: { zh: '退回修改', en: 'Return' },
  discard: { zh: '作废', en: 'Discard' },
} as const satisfies Dictionary

export type BatchAct = keyof typeof BATCH_ACTS
export const BATCH_ACT_CODES = codesOf(BATCH_ACTS)

interface BatchTransition {
  readonly from: readonly BatchStatus[]
  readonly to: BatchStatus
  /** Four eyes (双人复核): somebody else than who prepared it, and a head of office. */
  readonly byAnother: boolean
  readonly needsOpinion: boolean
}

/** Everything that may happen to a batch. */
export const BATCH_TRANSITIONS: Readonly<Record<BatchAct, BatchTransition>> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', byAnother: false, needsOpinion: false },
  approve: { from: ['submitted'], to: 'published', byAnother: true, needsOpinion: false },
  return: { from: ['submitted'], to: 'returned', byAnother: true, needsOpinion: true },
  discard: { from: ['draft', 'returned'], to: 'discarded', byAnother: false, needsOpinion: false },
}

/** A batch may be rewritten only in these states. */
export const EDITABLE_BATCH_STATUSES = [
  'draft',
  'returned',
] as const satisfies readonly BatchStatus[]

/** Why an act is refused. */
export type BatchRefusal =
  | 'state-forbids'
  | 'same-person'
  | 'head-only'
  | 'opinion-missing'
  | 'outside-reason-missing'

/** What decides about an act. */
export interface BatchActInput {
  readonly status: BatchStatus
  /** Account ids. */
  readonly preparedBy: string
  readonly actor: string
  readonly actorIsHead: boolean
  readonly opinion?: string
  /** The day of the act in China, `YYYY-MM-DD`. */
  readonly today: string
  /** Why it is published on a day outside the monthly window. */
  readonly outsideReason?: string
}

/** Whether an act on this day has to say why it is done outside the monthly window. */
export function needsOutsideReason(act: BatchAct, today: string): boolean {
  return BATCH_TRANSITIONS[act].to === 'published' && isOutsideWindow(today)
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** The status after an act, or why it is refused. */
export function actOnBatch(
  act: BatchAct,
  { status, preparedBy, actor, actorIsHead, opinion, today, outsideReason }: BatchActInput,
):
  | { readonly ok: true; readonly status: BatchStatus }
  | { readonly ok: false; readonly refusal: BatchRefusal } {
  const { from, to, byAnother, needsOpinion } = BATCH_TRANSITIONS[act]
  if (!from.includes(status)) return { ok: false, refusal: 'state-forbids' }
  if (byAnother && actor === preparedBy) return { ok: false, refusal: 'same-person' }
  if (byAnother && !actorIsHead) return { ok: false, refusal: 'head-only' }
  if (needsOpinion && isBlank(opinion)) return { ok: false, refusal: 'opinion-missing' }
  if (needsOutsideReason(act, today) && isBlank(outsideReason))
    return { ok: false, refusal: 'outside-reason-missing' }
  return { ok: true, status: to }
}

/** Number of a published batch: year and running number in it, such as `2026-011`. */
export function batchNumber(year: number, running: number): string {
  return `${year}-${String(running).padStart(3, '0')}`
}
