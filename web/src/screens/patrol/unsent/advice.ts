import type { EntryRefusal } from '../../../offline/outbox-entry.ts'

const KNOWN = ['patrol-id-taken', 'patrol-guard', 'not-found', 'forbidden'] as const

/** Which advice helps with a refusal. */
export function adviceFor({ status, code }: EntryRefusal): (typeof KNOWN)[number] | 'other' {
  if (status === 404) return 'not-found'
  if (status === 403) return 'forbidden'
  return KNOWN.find((known) => known === code) ?? 'other'
}
