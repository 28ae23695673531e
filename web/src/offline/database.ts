import type { InferResponseType } from 'hono/client'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { api } from '../api.ts'
import type { MapBase } from '../map/types.ts'
import type { MyPatrols } from './my-patrols.ts'
import type { Me } from '../session/me.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import type { KeptReport } from './kept-report.ts'
import type { VisitDraft } from './visit-draft.ts'

/** Something the server said, and when. */
export interface Kept<Answer> {
  /** Whose it is: nobody else is shown it. */
  readonly account: string
  readonly at: Date
  readonly answer: Answer
}

/** What lies under the data, with where it came from. */
export type KnownBase = MapBase &
  Pick<InferResponseType<(typeof api)['base-map']['$get'], 200>, 'sources'>

/** What this device keeps for when there is no network. */
export interface Kinds extends DBSchema {
  readonly me: { readonly key: string; readonly value: Kept<Me> }
  readonly patrols: { readonly key: string; readonly value: Kept<MyPatrols> }
  readonly base: { readonly key: string; readonly value: Kept<KnownBase> }
  /** Visits that are being made, with their photographs; `[account, enterprise]`. */
  readonly drafts: { readonly key: [string, string]; readonly value: VisitDraft }
  /** Hazards that are being reported outside a visit, with their photographs; `[account, slot]`. */
  readonly reports: { readonly key: [string, string]; readonly value: KeptReport }
  /** Visits that the server has taken; `[account, enterprise]`. */
  readonly arrivals: {
    readonly key: [string, string]
    readonly value: { readonly account: string; readonly enterpriseId: string; readonly at: Date }
  }
  /** What is to be sent, in order. */
  readonly outbox: {
    readonly key: number
    readonly value: OutboxEntry
    readonly indexes: { readonly id: string; readonly account: string }
  }
}

type OfflineDatabase = IDBPDatabase<Kinds>

const NAME = 'onemap'
/** One more whenever the shape of something kept changes. */
const VERSION = 2
/** Copies of the server's answers that an earlier version kept are of another shape: they are fetched anew. */
const COPIES_SINCE = 1

let opened: Promise<OfflineDatabase> | undefined

/**
 * The one database of this device; page and worker share it.
 * @throws where the browser keeps nothing, as in some private windows
 */
export function offlineDatabase(): Promise<OfflineDatabase> {
  opened ??= openDB<Kinds>(NAME, VERSION, {
    upgrade(database, before) {
      for (const store of ['me', 'patrols', 'base'] as const) {
        if (before >= COPIES_SINCE) break
        if (database.objectStoreNames.contains(store)) database.deleteObjectStore(store)
        database.createObjectStore(store, { keyPath: 'account' })
      }
      // What somebody wrote and nobody has received outlives every version.
      if (!database.objectStoreNames.contains('drafts'))
        database.createObjectStore('drafts', { keyPath: ['account', 'enterpriseId'] })
      if (!database.objectStoreNames.contains('reports'))
        database.createObjectStore('reports', { keyPath: ['account', 'slot'] })
      if (!database.objectStoreNames.contains('arrivals'))
        database.createObjectStore('arrivals', { keyPath: ['account', 'enterpriseId'] })
      if (!database.objectStoreNames.contains('outbox')) {
        const outbox = database.createObjectStore('outbox', {
          keyPath: 'order',
          autoIncrement: true,
        })
        outbox.createIndex('id', 'id', { unique: true })
        outbox.createIndex('account', 'account')
      }
    },
    // Another tab brings a newer version: let it.
    blocking: (_now, _next, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
