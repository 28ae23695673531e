import { parseResponse } from 'hono/client'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { unheard } from '../answers/reach.ts'
import { api, refusalOf } from '../api.ts'
import { accountRequests } from './auth-requests.ts'
import { farewell, keptVisitor, welcome } from '../offline/kept.ts'
import { useDrafts } from './drafts.ts'
import type { Me } from './me.ts'

/** How the visitor stands with the server. */
export type Standing =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-out' }
  /** `since`: the server did not answer; this device knew them then. */
  | { readonly kind: 'signed-in'; readonly me: Me; readonly since?: Date }
  | { readonly kind: 'no-appointment' }
  | { readonly kind: 'unreachable' }

/** A network that brings nothing is none. */
const PATIENCE_MS = 15_000

async function ask(): Promise<Standing> {
  try {
    return {
      kind: 'signed-in',
      me: await parseResponse(
        api.me.$get(undefined, { init: { signal: AbortSignal.timeout(PATIENCE_MS) } }),
      ),
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.status === 401) return { kind: 'signed-out' }
    if (refusal?.status === 403) return { kind: 'no-appointment' }
    // It is asked again once it is within reach.
    unheard()
    const kept = await keptVisitor()
    return kept === undefined
      ? { kind: 'unreachable' }
      : { kind: 'signed-in', me: kept.answer, since: kept.at }
  }
}

/** Who is signed in. */
export const useSession = defineStore('session', () => {
  const standing = shallowRef<Standing>({ kind: 'unknown' })
  const drafts = useDrafts()

  /** Asks the server again. */
  async function load(): Promise<Standing> {
    const answer = await ask()
    // What somebody typed is theirs only.
    if (answer.kind === 'signed-in') drafts.belongTo(answer.me.id)
    if (answer.kind === 'signed-in' && answer.since === undefined) await welcome(answer.me)
    if (answer.kind === 'signed-out') await farewell()
    standing.value = answer
    return answer
  }

  return {
    standing,
    me: computed(() => (standing.value.kind === 'signed-in' ? standing.value.me : null)),
    /** Whether the person is known to this device only, because the server does not answer. */
    offline: computed(
      () => standing.value.kind === 'signed-in' && standing.value.since !== undefined,
    ),
    load,
    /** What is known; asks only if nothing is. */
    settled: async (): Promise<Standing> =>
      ['unknown', 'unreachable'].includes(standing.value.kind) ? load() : standing.value,
    /** The server no longer knows this visitor. */
    end: (): void => {
      standing.value = { kind: 'signed-out' }
    },
    /** The server lets a person without a valid appointment do nothing. */
    lose: (): void => {
      standing.value = { kind: 'no-appointment' }
    },
    /** Ends the session here and on the server; the page starts anew so that nothing of the person remains in it. */
    signOut: async (): Promise<void> => {
      await accountRequests.signOut()
      drafts.clear()
      await farewell()
      location.assign('/sign-in')
    },
  }
})
