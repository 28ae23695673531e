import { parseResponse } from 'hono/client'
import { api } from '../api.ts'
import { fetchBase } from '../map/fetch-base.ts'
import { isKeptLately, keepBase, keepPatrols } from './kept.ts'

/** Keeps all that a patrol needs before its screens were ever opened: the network may be gone by then. */
export async function prepareForAway(account: string): Promise<void> {
  await Promise.allSettled([
    isKeptLately('patrols', account).then(async (kept) => {
      const at = new Date()
      if (!kept) await keepPatrols(account, await parseResponse(api.patrols.mine.$get()), at)
    }),
    isKeptLately('base', account).then(async (kept) => {
      if (!kept) await keepBase(account, await fetchBase())
    }),
  ])
}
