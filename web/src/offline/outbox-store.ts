import { useQueryCache } from '@pinia/colada'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { sessionFetch } from '../api.ts'
import { useTerms } from '../i18n/term.ts'
import { useSession } from '../session/session.ts'
import { change, discard, entriesOf, hand, mark, whenAnnounced } from './outbox.ts'
import type { OutboxEntry, VisitEntry } from './outbox-entry.ts'
import { prepareForAway } from './prepare.ts'
import { askForSync, askToPersist, registerWorker } from './register.ts'
import { sendOutbox, type SendOutcome } from './send.ts'

const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 300_000

/** What the person who is signed in has written and the server has not received. */
export const useOutbox = defineStore('outbox', () => {
  const session = useSession()
  const cache = useQueryCache()
  const { language } = useTerms()
  const entries = shallowRef<readonly OutboxEntry[]>([])
  const sending = shallowRef(false)
  const outcome = shallowRef<SendOutcome | null>(null)
  const online = shallowRef(navigator.onLine)
  /** How many were on record after the last sending. */
  const arrived = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS

  /** Whose outbox there is: people of the grid have one. */
  const account = computed(() => (session.me?.role === 'grid' ? session.me.id : null))
  const kinds = computed(() => {
    const of = (kind: OutboxEntry['kind']): number =>
      entries.value.filter((entry) => entry.kind === kind).length
    return { visits: of('visit'), hazards: of('hazard'), photos: of('photo') }
  })
  const refused = computed(() => entries.value.filter(({ refusal }) => refusal !== null).length)

  async function reload(): Promise<void> {
    entries.value = account.value === null ? [] : await entriesOf(account.value).catch(() => [])
  }

  /** Sends what waits, and tries again later if that did not go through. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    await reload()
    if (account.value === null || sending.value || entries.value.length === refused.value) return
    sending.value = true
    let sent = 0
    outcome.value = await sendOutbox({
      fetch: sessionFetch,
      language: language.value,
      onSent: () => {
        sent += 1
        void reload()
      },
    })
    sending.value = false
    await reload()
    if (sent > 0) {
      arrived.value += sent
      void cache.invalidateQueries({
        predicate: ({ key }) => ['patrols', 'hazards', 'patrol-visits'].includes(String(key[0])),
      })
    }
    // Somebody wrote more while this was on its way: once more, at once.
    const more = outcome.value === 'done' && entries.value.length > refused.value
    wait = sent > 0 || more ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS)
    if (['offline', 'later', 'busy'].includes(outcome.value) || more)
      timer = setTimeout(() => void flush(), more ? 500 : wait)
  }

  watch(
    account,
    (who) => {
      entries.value = []
      if (who === null) return
      void registerWorker()
      void askToPersist()
      if (!session.offline) void prepareForAway(who)
      void flush()
    },
    { immediate: true },
  )
  whenAnnounced(() => void reload())
  addEventListener('offline', () => {
    online.value = false
  })
  addEventListener('online', () => {
    online.value = true
    wait = FIRST_WAIT_MS
    void flush()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush()
  })

  return {
    entries,
    sending,
    outcome,
    online,
    arrived,
    kinds,
    refused,
    flush,
    /** How much is not sent yet. */
    count: computed(() => entries.value.length),
    /** Whether this device counts as away: the browser says so, or nothing answered. */
    away: computed(
      () =>
        !online.value ||
        (outcome.value === 'offline' && entries.value.length > 0) ||
        session.offline,
    ),
    /** Keeps a finished visit with all that belongs to it and begins to send. @throws where the device keeps nothing */
    async send(
      finished: readonly OutboxEntry[],
      visit: Pick<VisitEntry, 'account' | 'enterpriseId'>,
    ): Promise<void> {
      await hand(finished, visit)
      await reload()
      void askForSync()
      void flush()
    },
    /** Sends what was refused once more. */
    async retry(id: string): Promise<void> {
      await mark(id, null)
      await flush()
    },
    async remove(id: string): Promise<void> {
      await discard(id)
      await flush()
    },
    /** Sends a visit whose code was not genuine by its position instead. */
    async byPosition(id: string): Promise<void> {
      await change(id, (entry) =>
        entry.kind === 'visit' && entry.body.location !== undefined
          ? { ...entry, refusal: null, body: { ...entry.body, checkIn: 'gps' } }
          : entry,
      )
      await flush()
    },
  }
})
