import { onScopeDispose } from 'vue'
import { sessionFetch } from '../../api.ts'
import { useSnapshots } from '../../map/use-snapshots.ts'

/** How long a screen may trust what it shows before it asks again. An unchanged layer costs one empty answer. */
const REVALIDATE_MS = 30_000

/** The map's data, asked for again every half minute, on coming back to the screen and when the network returns. */
export function useLiveSnapshots() {
  const live = useSnapshots({ fetch: sessionFetch })
  const again = (): void => {
    if (document.visibilityState === 'visible') void live.refresh()
  }
  const timer = setInterval(again, REVALIDATE_MS)
  document.addEventListener('visibilitychange', again)
  addEventListener('online', again)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', again)
    removeEventListener('online', again)
  })
  void live.refresh()
  return live
}
