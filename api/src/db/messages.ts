import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import type { MessageKind, MessageRecipient, MessageSubject } from '../domain/message.ts'

/** Whom to tell what. A message for one person names them. */
export type MessageDraft =
  | { readonly recipient: 'user'; readonly userId: string; readonly kind: MessageKind }
  | { readonly recipient: Exclude<MessageRecipient, 'user'>; readonly kind: MessageKind }

/** What messages are about, and what their texts are filled with. */
export interface MessageMatter {
  /** Null for what is of no enterprise. */
  readonly enterpriseId: string | null
  readonly subject: MessageSubject
  readonly subjectId: string
  readonly params: Readonly<Record<string, string | number>>
  readonly at: Date
}

/** Sends messages; they are there if and only if `tx` commits. */
export async function sendMessages(
  tx: Tx,
  { enterpriseId, subject, subjectId, params, at }: MessageMatter,
  drafts: readonly MessageDraft[],
): Promise<void> {
  if (enterpriseId === null && drafts.some(({ recipient }) => recipient === 'enterprise'))
    throw new Error('a message of no enterprise is for none')
  for (const draft of drafts) {
    await tx.execute(sql`
      INSERT INTO messages (enterprise_id, id, recipient, user_id, kind, subject, subject_id, params, sent_at)
      VALUES (${enterpriseId}, ${randomUUID()}, ${draft.recipient}, ${draft.recipient === 'user' ? draft.userId : null}, ${draft.kind},
              ${subject}, ${subjectId}, ${JSON.stringify(params)}::jsonb, ${at.toISOString()}::timestamptz)`)
  }
}
