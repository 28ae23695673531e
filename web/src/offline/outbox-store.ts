import { useQueryCache } from '@pinia/colada'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { sessionFetch } from '../api.ts'
import { useTerms } from '../i18n/term.ts'
import { useSession } from '../session/session.ts'
import type { Stranger } from '../answers/stranger.ts'
import { isAway, whenBack } from '../answers/reach.ts'
import { arrivalsOf, type Arrivals } from './arrivals.ts'
import {
  change,
  discard,
  entriesOf,
  hand,
  handReport,
  mark,
  unsentOf,
  whenAnnounced,
} from './outbox.ts'
import { awaitedBy, isUploaded, type OutboxEntry, type VisitEntry } from './outbox-entry.ts'
import { reopen, type Reopening } from './reopen.ts'
import type { KeptReport } from './kept-report.ts'
import { changingReports } from './report-kept.ts'
import { prepareForAway } from './prepare.ts'
import { askForSync, askToPersist, registerWorker } from './register.ts'
import { sendOutbox, type SendOutcome } from './send.ts'

const FIRST_WAIT_MS = 15_000
const LONGEST_WAIT_MS = 300_000

/** What the person who is signed in has written and the server has not received. */
export const useOutbox = defineStore('outbox', () => {
  const session = useSession()
  const cache = useQueryCache()
  const entries = shallowRef<readonly OutboxEntry[]>([])
  const { language } = useTerms()
  /** Whose entries were read from the device; before that nobody knows whether there are any. */
  const readFor = shallowRef<string | null>(null)
  const sending = shallowRef(false)
  const outcome = shallowRef<SendOutcome | null>(null)
  /** What somebody else answered in the server’s place at the last sending. */
  const stranger = shallowRef<Stranger | null>(null)
  /** Reports that were taken back into their form and not handed over again. */
  const changing = shallowRef<readonly KeptReport[]>([])
  /** Objects whose visit the server has taken, and when. */
  const arrivals = shallowRef<Arrivals>(new Map())
  /** How many were on record after the last sending. */
  const arrived = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS

  /** Whose outbox there is: people of the grid have one. */
  const account = computed(() => (session.me?.role === 'grid' ? session.me.id : null))
  const kinds = computed(() => unsentOf(entries.value))
  const refused = computed(() => entries.value.filter(({ refusal }) => refusal !== null).length)
  const troubled = computed(
    () => entries.value.filter(({ refusal, trouble }) => refusal === null && trouble).length,
  )
  /** What can still be sent: neither refused, nor with the server already, nor waiting for what was refused. */
  const sendable = computed(
    () =>
      entries.value.filter(
        (entry) =>
          entry.refusal === null &&
          !isUploaded(entry) &&
          awaitedBy(entry, entries.value).every(({ refusal }) => refusal === null),
      ).length,
  )

  async function reload(): Promise<void> {
    const who = account.value
    entries.value = who === null ? [] : await entriesOf(who).catch(() => [])
    arrivals.value = who === null ? new Map() : await arrivalsOf(who).catch(() => new Map())
    changing.value = who === null ? [] : await changingReports(who).catch(() => [])
    readFor.value = who
  }

  /** Milliseconds until there is something to try again. */
  function pause(): number {
    const next = entries.value.flatMap(({ refusal, trouble }) =>
      refusal === null && trouble ? [trouble.nextAt.getTime() - Date.now()] : [],
    )
    return next.length === 0 ? wait : Math.max(1000, Math.min(wait, ...next))
  }

  /**
   * Sends what waits, and tries again later if that did not go through.
   * @param impatient also what would be tried later by itself: somebody asked for it, or the network is back
   */
  async function flush(impatient = false): Promise<void> {
    clearTimeout(timer)
    await reload()
    if (account.value === null || sending.value || sendable.value === 0) return
    sending.value = true
    let sent = 0
    stranger.value = null
    outcome.value = await sendOutbox({
      fetch: sessionFetch,
      language: language.value,
      impatient,
      onStranger: (answer) => {
        stranger.value = answer
      },
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
    const more = outcome.value === 'done' && sendable.value > 0
    wait = sent > 0 || more ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS)
    if (['offline', 'later', 'foreign', 'busy'].includes(outcome.value) || more)
      timer = setTimeout(() => void flush(), more ? 500 : pause())
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
  /** The network is back, or the server behind it: what was shown from what is kept is asked for anew. */
  function comeBack(): void {
    wait = FIRST_WAIT_MS
    void cache.invalidateQueries({ key: ['patrols'] })
    void flush(true)
  }
  addEventListener('online', comeBack)
  whenBack(comeBack)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush()
  })

  return {
    entries,
    sending,
    outcome,
    arrived,
    arrivals,
    changing,
    kinds,
    refused,
    /** Of those nobody refused, how many did not go through. */
    troubled,
    stranger,
    /** Whether it is known what there is. */
    known: computed(() => account.value === readFor.value),
    flush,
    /** How much is not sent yet. */
    count: computed(
      () => entries.value.filter((entry) => !isUploaded(entry)).length + changing.value.length,
    ),
    reload,
    /** Whether this device counts as away: the browser says so, or nothing answered. */
    away: computed(
      () =>
        isAway.value ||
        (outcome.value === 'offline' && sendable.value > troubled.value) ||
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
    /** The same with a hazard that was reported outside a visit. @throws where the device keeps nothing */
    async sendReport(
      finished: readonly OutboxEntry[],
      report: Pick<KeptReport, 'account' | 'slot'>,
    ): Promise<void> {
      await handReport(finished, report)
      await reload()
      void askForSync()
      void flush()
    },
    /** Takes a report back into its form. */
    async reopen(id: string): Promise<Reopening> {
      const outcome = await reopen(id)
      await reload()
      return outcome
    },
    /** Sends what was refused once more. */
    async retry(id: string): Promise<void> {
      await mark(id, null)
      await flush(true)
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
