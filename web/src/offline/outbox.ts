import type { IDBPObjectStore, StoreNames } from 'idb'
import { offlineDatabase, type Kinds } from './database.ts'
import {
  isUploaded,
  needsOf,
  type EntryRefusal,
  type EntryTrouble,
  type OutboxEntry,
  type VisitEntry,
} from './outbox-entry.ts'
import { openDraft } from './drafts-kept.ts'
import type { KeptReport } from './kept-report.ts'

/** Said to every tab and to the worker whenever the outbox changed. */
const CHANNEL = 'onemap.outbox'

/** Tells the other tabs. */
export function announce(): void {
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

/** One entry as it stands now; undefined once it is gone. */
export async function entryOf(id: string): Promise<OutboxEntry | undefined> {
  return (await offlineDatabase()).getFromIndex('outbox', 'id', id)
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

/** The same for a hazard that was reported outside a visit. */
export async function handReport(
  entries: readonly OutboxEntry[],
  { account, slot }: Pick<KeptReport, 'account' | 'slot'>,
): Promise<void> {
  const transaction = (await offlineDatabase()).transaction(['outbox', 'reports'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  for (const entry of entries) {
    if ((await outbox.index('id').getKey(entry.id)) === undefined) await outbox.add(entry)
  }
  await transaction.objectStore('reports').delete([account, slot])
  await transaction.done
  announce()
}

type Outbox = IDBPObjectStore<Kinds, ArrayLike<StoreNames<Kinds>>, 'outbox', 'readwrite'>

/** Photographs that are with the server and belong to nothing that is still to be sent. */
async function dropPhotos(outbox: Outbox, among: readonly string[]): Promise<void> {
  const entries = await outbox.getAll()
  const needed = new Set(entries.flatMap(needsOf))
  for (const entry of entries) {
    if (among.includes(entry.id) && !needed.has(entry.id) && entry.order !== undefined)
      await outbox.delete(entry.order)
  }
}

/** It is on record: a report goes with its photographs, a photograph stays as long as a report needs it. */
export async function settle(entry: OutboxEntry): Promise<void> {
  const transaction = (await offlineDatabase()).transaction(['outbox', 'arrivals'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  const standing = await outbox.index('id').get(entry.id)
  if (standing?.kind === 'photo') {
    await outbox.put({ ...standing, uploadedAt: new Date(), refusal: null, trouble: null })
    await dropPhotos(outbox, [standing.id])
  } else if (standing?.order !== undefined) {
    await outbox.delete(standing.order)
    await dropPhotos(outbox, needsOf(standing))
  }
  if (entry.kind === 'visit') {
    const { account, enterpriseId } = entry
    await transaction.objectStore('arrivals').put({ account, enterpriseId, at: new Date() })
  }
  await transaction.done
  announce()
}

/** The server would not take it; null: try again. */
export async function mark(id: string, refusal: EntryRefusal | null): Promise<void> {
  await change(id, (entry) => ({ ...entry, refusal, trouble: null }))
}

/** It did not go through this time; null: forget that. */
export async function note(id: string, trouble: EntryTrouble | null): Promise<void> {
  await change(id, (entry) => ({ ...entry, trouble }))
}

/** The server no longer has these photographs: they are to be sent anew. @returns whether all of them are here */
export async function sendAnew(ids: readonly string[]): Promise<boolean> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  let found = 0
  for (const id of ids) {
    const entry = await transaction.store.index('id').get(id)
    if (entry?.kind !== 'photo') continue
    found += 1
    await transaction.store.put({ ...entry, uploadedAt: null, refusal: null, trouble: null })
  }
  await transaction.done
  announce()
  return found === ids.length
}

/** Changes what has not been sent yet. */
export async function change(id: string, next: (entry: OutboxEntry) => OutboxEntry): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  const entry = await transaction.store.index('id').get(id)
  if (entry !== undefined) await transaction.store.put(next(entry))
  await transaction.done
  announce()
}

/** Gives something up for good, and with a report its photographs; what named it does so no longer. */
export async function discard(id: string): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('outbox', 'readwrite')
  const entry = await transaction.store.index('id').get(id)
  if (entry?.order !== undefined) await transaction.store.delete(entry.order)
  for (const other of await transaction.store.getAll()) {
    const without = withoutId(other, id)
    if (without !== other) await transaction.store.put(without)
  }
  if (entry !== undefined) await dropPhotos(transaction.store, needsOf(entry))
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

/** How many of each kind the server has not received. */
export function unsentOf(entries: readonly OutboxEntry[]): {
  readonly visits: number
  readonly hazards: number
  readonly photos: number
} {
  const of = (kind: OutboxEntry['kind']): number =>
    entries.filter((entry) => entry.kind === kind && !isUploaded(entry)).length
  return { visits: of('visit'), hazards: of('hazard'), photos: of('photo') }
}
