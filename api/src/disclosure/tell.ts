import type { Tx } from '../db/database.ts'
import { sendMessages, type MessageDraft } from '../db/messages.ts'
import type { BatchAct } from '../domain/disclosure-batch.ts'
import type { BatchRow, Officer } from './batches.ts'

/** An act that has been done. */
interface Done {
  readonly act: BatchAct
  readonly officer: Officer
  /** Who had prepared the batch before the act. */
  readonly preparedBy: string
  /** Heads of office in office today. */
  readonly heads: readonly string[]
  readonly at: Date
}

/** Whose turn it is now: the heads who may approve, or whoever prepared it. Nobody is told of their own act. */
export function messagesOf({ act, officer, preparedBy, heads }: Omit<Done, 'at'>): MessageDraft[] {
  if (act === 'submit') {
    const approvers = heads.filter((head) => head !== officer.id)
    // Without a second head nobody can approve it: every office learns that one is wanting.
    return approvers.length === 0
      ? [{ recipient: 'office', kind: 'batch-submitted' }]
      : approvers.map((userId) => ({ recipient: 'user', userId, kind: 'batch-submitted' }))
  }
  if (preparedBy === officer.id) return []
  const KINDS = {
    approve: 'batch-published',
    return: 'batch-returned',
    discard: 'batch-discarded',
  } as const
  return [{ recipient: 'user', userId: preparedBy, kind: KINDS[act] }]
}

/** Tells of an act on a batch, as it stands afterwards. */
export async function tellOfBatch(tx: Tx, batch: BatchRow, done: Done): Promise<void> {
  await sendMessages(
    tx,
    {
      enterpriseId: null,
      subject: 'batch',
      subjectId: batch.id,
      at: done.at,
      params: {
        ...(batch.number === null ? {} : { code: batch.number }),
        description: batch.title,
        by: done.officer.name,
        ...(batch.opinion === null || done.act === 'discard' ? {} : { opinion: batch.opinion }),
      },
    },
    messagesOf(done),
  )
}
