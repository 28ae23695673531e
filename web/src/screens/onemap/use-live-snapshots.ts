import { onScopeDispose } from 'vue'
import { api, sessionFetch } from '../../api.ts'
import { useLive } from '../../live/live.ts'
import { useSnapshots } from '../../map/use-snapshots.ts'

const MINUTE_MS = 60_000
/** Without a connection a screen asks again by itself after so long. An unchanged layer costs one empty answer. */
const ASK_AGAIN_MS = 30_000
/** A map that is looked at is in use, though nobody touches it: so often it says so, that its session lives. */
const PRESENT_MS = 10 * MINUTE_MS

/** The map's data, kept up to date by what the server tells; asked for anew only when it cannot tell. */
export function useLiveSnapshots() {
  const data = useSnapshots({ fetch: sessionFetch })
  const live = useLive()
  live.listen((news) => {
    if (news.kind === 'changes') void data.patch(news.entries)
    else void data.refresh()
  })
  const seen = (): boolean => document.visibilityState === 'visible'
  const timers = [
    setInterval(() => void data.turnDay(), MINUTE_MS),
    setInterval(() => { if (live.state !== 'live' && seen()) void data.refresh() }, ASK_AGAIN_MS),
    setInterval(() => { if (seen()) void api.me.$get().catch(() => undefined) }, PRESENT_MS),
  ]
  onScopeDispose(() => timers.forEach(clearInterval))
  void data.refresh()
  return data
}
