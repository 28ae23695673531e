import { onScopeDispose } from 'vue'
import { api, sessionFetch } from '../api.ts'
import { useLive } from './live.ts'
import { useSnapshots } from '../map/use-snapshots.ts'

const MINUTE_MS = 60_000
/** Data that is asked for after the connection stands needs no second question; but nobody waits longer for that. */
const CONNECTED_WITHIN_MS = 400
/** Long without a connection a screen asks again by itself after so long. An unchanged layer costs one empty answer. */
const ASK_AGAIN_MS = 30_000
/** A map that is looked at is in use, though nobody touches it: so often it says so, that its session lives. */
const PRESENT_MS = 10 * MINUTE_MS

/** The map's data, kept up to date by what the server tells; asked for anew only when it cannot tell. */
export function useLiveSnapshots() {
  const data = useSnapshots({ fetch: sessionFetch })
  const live = useLive()
  let asked = false
  function ask(): void {
    asked = true
    void data.refresh()
  }
  live.listen((news) => {
    if (news.kind !== 'changes') ask()
    // What comes before the first question is in its answer.
    else if (asked) void data.patch(news.entries)
  })
  const first = setTimeout(
    () => {
      if (!asked) ask()
    },
    live.state === 'live' ? 0 : CONNECTED_WITHIN_MS,
  )
  const seen = (): boolean => document.visibilityState === 'visible'
  const timers = [
    setInterval(() => void data.turnDay(), MINUTE_MS),
    setInterval(() => {
      if (live.state === 'stale' && seen()) ask()
    }, ASK_AGAIN_MS),
    setInterval(() => {
      if (seen()) void api.me.$get().catch(() => undefined)
    }, PRESENT_MS),
  ]
  // A device that is back on the network does not wait to learn what it missed.
  addEventListener('online', ask)
  onScopeDispose(() => {
    removeEventListener('online', ask)
    clearTimeout(first)
    timers.forEach((timer) => clearInterval(timer))
  })
  return data
}
