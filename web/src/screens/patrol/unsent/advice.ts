import type { EntryRefusal, OutboxEntry } from '../../../offline/outbox-entry.ts'

const KNOWN = ['patrol-id-taken', 'patrol-guard', 'not-found', 'forbidden'] as const

/** Which advice helps with a refusal. */
export function adviceFor(
  { kind }: Pick<OutboxEntry, 'kind'>,
  { status, code }: EntryRefusal,
): (typeof KNOWN)[number] | 'photo' | 'other' {
  if (status === 404) return 'not-found'
  if (status === 403) return 'forbidden'
  // A file stays what it is: only another one can be taken.
  if (kind === 'photo') return 'photo'
  return KNOWN.find((known) => known === code) ?? 'other'
}
