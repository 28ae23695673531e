import { onScopeDispose, watch, type ShallowRef } from 'vue'
import type { MapFailure } from '../../../map/types.ts'

/** A lost context mostly comes back by itself. */
const FIRST_WAIT_MS = 10_000
const LAST_WAIT_MS = 300_000

/** Makes the map anew when its drawing failed and nobody is there to reload: later each time it fails again. */
export function useRecovery(failure: ShallowRef<MapFailure | null>, reopen: () => void): void {
  let wait = FIRST_WAIT_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(failure, (now) => {
    clearTimeout(timer)
    if (now === null || now.reason === 'no-webgl') return
    timer = setTimeout(() => {
      failure.value = null
      reopen()
    }, wait)
    wait = Math.min(wait * 2, LAST_WAIT_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
}
