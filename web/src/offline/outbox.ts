import { offlineDatabase } from './database.ts'
import type { EntryRefusal, OutboxEntry, VisitEntry } from './outbox-entry.ts'
import { openDraft } from './drafts-kept.ts'

/** Said to every tab and to the worker whenever the outbox changed. */
const CHANNEL = 'onemap.outbox'

/** Tells the other tabs. */
function announce(): void {
  const channel = new BroadcastChannel(CHANNEL)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  channel.postMessage('changed')
  channel.close()
}

/** Hears of changes that other tabs and the worker made. @returns how to stop */
export function whenAnnounced(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', listener)
  return () => channel.close()
}

/** What somebody has not sent yet, in the order of sending. */
export async function entriesOf(account: string): Promise<OutboxEntry[]> {
  const entries = await (await offlineDatabase()).getAllFromIndex('outbox', 'account', account)
  return entries.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
}

/**
 * Hands a finished visit over for sending, with all that belongs to it: either all of it is kept or none, and the
 * visit is no longer being made.
 */
export async function hand(
  entries: readonly OutboxEntry[],
  visit: Pick<VisitEntry, 'account' | 'enterpriseId'>,
): Promise<void> {
  const transaction = (await offlineDatabase()).transaction(['outbox', 'drafts'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  for (const entry of entries) {
    // Handed over twice, by an impatient finger, is handed over once.
    if ((await outbox.index('id').getKey(entry.id)) === undefined) await outbox.add(entry)
  }
  await transaction.objectStore('drafts').delete(openDraft(visit))
  await transaction.done
  announce()
}

/** It is on record. */
export async function settle({ order = -1 }: OutboxEntry): Promise<void> {
  await (await offlineDatabase()).delete('outbox', order)
  announce()
}

/** The server would not take it; null: try again. */
export async function mark(id: string, refusal: EntryRefusal | null): Promise<void> {
  await change(id, (entry) => ({ ...entry, refusal }))
}

/** Changes what has not been sent yet. */
export async function change(id: string, next: (entry: OutboxEntry) => OutboxEntry): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  const entry = await transaction.store.index('id').get(id)
  if (entry !== undefined) await transaction.store.put(next(entry))
  await transaction.done
  announce()
}

/** Gives something up for good; what named it does so no longer. */
export async function discard(id: string): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  const key = await transaction.store.index('id').getKey(id)
  if (key !== undefined) await transaction.store.delete(key)
  for (const entry of await transaction.store.getAll()) {
    const without = withoutId(entry, id)
    if (without !== entry) await transaction.store.put(without)
  }
  await transaction.done
  announce()
}

function withoutId(entry: OutboxEntry, id: string): OutboxEntry {
  if (entry.kind === 'photo' || !entry.body.evidence?.includes(id)) return entry
  const evidence = entry.body.evidence.filter((each) => each !== id)
  return entry.kind === 'hazard'
    ? { ...entry, body: { ...entry.body, evidence } }
    : { ...entry, body: { ...entry.body, evidence } }
}
