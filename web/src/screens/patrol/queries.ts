import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { api, refusalOf } from '../../api.ts'
import { keepPatrols, keptPatrols } from '../../offline/kept.ts'
import type { MyPatrols } from '../../offline/my-patrols.ts'
import { useSession } from '../../session/session.ts'

export type PatrolObject = MyPatrols['objects'][number]
export type PatrolTemplate = MyPatrols['templates'][number]
export type OpenHazard = PatrolObject['hazards'][number]

/** What is known of the patrols, and since when if that is not now. */
interface KnownPatrols {
  readonly patrols: MyPatrols
  /** Null: the server said so just now. */
  readonly since: Date | null
  /** When the server was asked for what is shown. */
  readonly at: Date
}

const PATIENCE_MS = 15_000

async function ask(account: string): Promise<KnownPatrols> {
  const at = new Date()
  try {
    const patrols = await parseResponse(
      api.patrols.mine.$get(undefined, { init: { signal: AbortSignal.timeout(PATIENCE_MS) } }),
    )
    await keepPatrols(account, patrols, at)
    return { patrols, since: null, at }
  } catch (error) {
    // A refusal is an answer; only where there is none does what was kept count.
    const refusal = refusalOf(error)
    const kept = refusal !== null && refusal.status < 500 ? undefined : await keptPatrols(account)
    if (kept === undefined) throw error
    return { patrols: kept.answer, since: kept.at, at: kept.at }
  }
}

/** The patrols of who is signed in, also without a network. */
export function useMyPatrols() {
  const session = useSession()
  return useQuery({
    key: () => ['patrols', 'mine', session.me?.id ?? ''],
    query: () => ask(session.me?.id ?? ''),
    enabled: () => session.me !== null,
    staleTime: 30_000,
  })
}
