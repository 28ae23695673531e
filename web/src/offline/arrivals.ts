import { offlineDatabase } from './database.ts'

/** Objects whose visit the server has taken, and when: until its own list says so, they are not next again. */
export type Arrivals = ReadonlyMap<string, Date>

export async function arrivalsOf(account: string): Promise<Arrivals> {
  const range = IDBKeyRange.bound([account], [account, []])
  const rows = await (await offlineDatabase()).getAll('arrivals', range)
  return new Map(rows.map(({ enterpriseId, at }) => [enterpriseId, at]))
}

/** Forgets what a list of the server that was asked for later knows by itself. */
export async function forgetArrivals(account: string, before: Date): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('arrivals', 'readwrite')
  for (const row of await transaction.store.getAll(IDBKeyRange.bound([account], [account, []]))) {
    if (row.at < before) await transaction.store.delete([account, row.enterpriseId])
  }
  await transaction.done
}
