import type { Role } from '@onemap/api/domain/role'
import type { ChangeEntry } from '@onemap/api/domain/change'
import { useQueryCache } from '@pinia/colada'
import { defineStore } from 'pinia'
import { onScopeDispose, ref, watch } from 'vue'
import { sessionFetch } from '../api.ts'
import { useSession } from '../session/session.ts'
import { createConnection } from './connection.ts'
import type { News } from './news.ts'
import { createRefresher } from './refresher.ts'

/**
 * How screens stand to what happens: `live` within a second; `reconnecting` for a moment; `stale` for so long that what
 * is shown may be out of date; `off` for who works with no rows of the trade.
 */
export type LiveState = 'off' | 'live' | 'reconnecting' | 'stale'

const HEARERS: readonly Role[] = ['leader', 'bureau', 'grid', 'enterprise']
const STALE_AFTER_MS = 30_000
/** A tab nobody looks at gives its connection back: browsers allow a server only a few. */
const HIDDEN_MS = 60_000

/** The one connection of this page to what changes. */
export const useLive = defineStore('live', () => {
  const session = useSession()
  const cache = useQueryCache()
  const state = ref<LiveState>('off')
  /** Since when nothing was heard; null while live. */
  const since = ref<Date | null>(null)
  const listeners = new Set<(news: News) => void>()
  const refresher = createRefresher(
    (topics) =>
      void cache.invalidateQueries({ predicate: ({ key }) => topics.has(String(key[0])) }),
  )
  let stale: ReturnType<typeof setTimeout> | undefined
  let hidden: ReturnType<typeof setTimeout> | undefined

  function hear(news: News): void {
    if (news.kind === 'changes') refresher.take(topicsOf(news.entries))
    else if (news.kind === 'reset') void cache.invalidateQueries()
    for (const listener of listeners) listener(news)
  }

  function stand(open: boolean): void {
    clearTimeout(stale)
    if (open) {
      state.value = 'live'
      since.value = null
      return
    }
    if (state.value === 'live' || state.value === 'off') state.value = 'reconnecting'
    since.value ??= new Date()
    stale = setTimeout(
      () => {
        state.value = 'stale'
      },
      Math.max(0, STALE_AFTER_MS - (Date.now() - since.value.getTime())),
    )
  }

  const make = () => createConnection({ fetch: sessionFetch, onNews: hear, onOpen: stand })
  let connection = make()

  function stop(): void {
    connection.close()
    clearTimeout(stale)
    clearTimeout(hidden)
    since.value = null
    state.value = 'off'
  }

  // Another person hears other things and missed other things.
  watch(
    () =>
      session.me !== null && HEARERS.includes(session.me.role) && !session.me.mustChangePassword
        ? session.me.id
        : null,
    (who) => {
      stop()
      if (who === null) return
      connection = make()
      state.value = 'reconnecting'
      connection.open()
    },
    { immediate: true },
  )

  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (state.value === 'off') return
    if (document.visibilityState === 'visible') connection.open()
    else hidden = setTimeout(() => connection.close(), HIDDEN_MS)
  })
  addEventListener('online', () => {
    if (state.value !== 'off') connection.open()
  })

  return {
    state,
    since,
    /** Hears all news while the calling component or scope lives. */
    listen(listener: (news: News) => void): void {
      listeners.add(listener)
      onScopeDispose(() => listeners.delete(listener))
    },
  }
})

const topicsOf = (entries: readonly ChangeEntry[]): string[] => [
  ...new Set(entries.map(({ topic }) => topic)),
]
