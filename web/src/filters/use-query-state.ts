import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router'

/** How a screen's state stands in an address; what is by default leaves no trace. */
interface Codec<State> {
  readonly read: (query: LocationQuery) => State
  readonly write: (state: State) => LocationQueryRaw
}

/** `push`: a step that Back undoes. `replace`: none. `soon`: none, and written once it is at rest, for what changes many times a second. */
export type Step = 'push' | 'replace' | 'soon'

const AT_REST_MS = 300

/** A screen's state that is its address: changed at once, written to the address after it, read from it on Back and Forward. */
export function useQueryState<State extends object>({
  read,
  write,
}: Codec<State>): {
  readonly state: Readonly<ShallowRef<State>>
  change(part: Partial<State>, step: Step): void
} {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const state: ShallowRef<State> = shallowRef(read(route.query))
  let rest: ReturnType<typeof setTimeout> | undefined
  let writing = 0

  function store(step: 'push' | 'replace'): void {
    clearTimeout(rest)
    rest = undefined
    // Who is leaving the screen is not called back by it.
    if (route.name !== own) return
    writing += 1
    void router[step]({ query: write(state.value) }).finally(() => {
      writing -= 1
    })
  }

  watch(
    () => route.query,
    (query) => {
      if (writing === 0 && rest === undefined && route.name === own) state.value = read(query)
    },
    { flush: 'sync' },
  )
  onScopeDispose(() => clearTimeout(rest))

  return {
    state,
    change(part, step) {
      state.value = { ...state.value, ...part }
      if (step !== 'soon') return store(step)
      clearTimeout(rest)
      rest = setTimeout(() => store('replace'), AT_REST_MS)
    },
  }
}
