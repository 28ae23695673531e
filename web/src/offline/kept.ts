import { forgetArrivals } from './arrivals.ts'
import type { MyPatrols } from './my-patrols.ts'
import type { Me } from '../session/me.ts'
import { offlineDatabase, type Kept, type KnownBase } from './database.ts'

/** So long after the server last knew somebody, their device lets them go on without asking it. */
const TRUST_MS = 72 * 3_600_000

interface Copies {
  readonly me: Me
  readonly patrols: MyPatrols
  readonly base: KnownBase
}
const COPIES = ['me', 'patrols', 'base'] as const satisfies readonly (keyof Copies)[]

/** Runs where the browser keeps things, and does nothing where it does not. */
async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  return work().catch(() => undefined)
}

/** Keeps an answer of the server for when there is no network. @param at when it was asked for */
export async function keepPatrols(account: string, answer: MyPatrols, at: Date): Promise<void> {
  await attempt(async () => (await offlineDatabase()).put('patrols', { account, at, answer }))
  await attempt(() => forgetArrivals(account, at))
}

export async function keptPatrols(account: string): Promise<Kept<MyPatrols> | undefined> {
  return attempt(async () => (await offlineDatabase()).get('patrols', account))
}

export async function keepBase(account: string, answer: KnownBase): Promise<void> {
  await attempt(async () =>
    (await offlineDatabase()).put('base', { account, at: new Date(), answer }),
  )
}

export async function keptBase(account: string): Promise<KnownBase | undefined> {
  return attempt(async () => (await (await offlineDatabase()).get('base', account))?.answer)
}

const LATELY_MS = 30 * 60_000

/** Whether a copy is of the last half hour. */
export async function isKeptLately(store: 'patrols' | 'base', account: string): Promise<boolean> {
  const kept = await attempt(async () => (await offlineDatabase()).get(store, account))
  return kept !== undefined && Date.now() - kept.at.getTime() < LATELY_MS
}

/** Who this device may take its holder for while the server cannot be asked: a person of the grid it knew lately. */
export async function keptVisitor(): Promise<Kept<Me> | undefined> {
  const [kept] = (await attempt(async () => (await offlineDatabase()).getAll('me'))) ?? []
  return kept !== undefined && Date.now() - kept.at.getTime() < TRUST_MS ? kept : undefined
}

/** Somebody signed in: the copies of everybody else go, and a person of the grid may from now on work without a network. */
export async function welcome(me: Me): Promise<void> {
  await attempt(async () => {
    const database = await offlineDatabase()
    for (const store of COPIES) {
      for (const account of await database.getAllKeys(store)) {
        if (account !== me.id || me.role !== 'grid') await database.delete(store, account)
      }
    }
    if (me.role === 'grid') await database.put('me', { account: me.id, at: new Date(), answer: me })
  })
}

/** Nobody is signed in any more: no copy of anything read stays. What was written and not sent stays for who wrote it. */
export async function farewell(): Promise<void> {
  await attempt(async () => {
    const database = await offlineDatabase()
    for (const store of COPIES) await database.clear(store)
  })
}
