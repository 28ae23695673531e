import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'

/** What the database is told while signing in, out or about: who acts, from where. */
interface Acting {
  readonly scope: Scope
  /** The transaction that is open already, if one is. */
  readonly tx: Tx | undefined
}

const NOBODY: Acting = { scope: { audience: 'identity' }, tx: undefined }
const storage = new AsyncLocalStorage<Acting>()

/** The acting person of the request at hand. better-auth passes no such thing through to its adapter. */
export function acting(): Acting {
  return storage.getStore() ?? NOBODY
}

/** Runs work on behalf of a request; whatever it asks of the database is signed with its person and address. */
export function actAs<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  return storage.run({ scope, tx: undefined }, work)
}

/** Runs work within one transaction, which everything inside it joins. */
export function actWithin<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  return storage.run({ scope: acting().scope, tx }, work)
}
