import type { Database, Tx } from '../db/database.ts'
import { scopeKey, type Scope } from '../db/scope.ts'
import type { ChangeEntry, MapTopic } from '../domain/change.ts'
import type { ErrorLog } from '../http/errors.ts'
import { entriesFor, thingsToRead, type Standings } from './entries.ts'
import { beatFrame, changeFrame, helloFrame, resetFrame } from './frames.ts'
import {
  changesAfter,
  changesBetween,
  changesExtent,
  readStandings,
  type Change,
  type Standing,
} from './queries.ts'
import type { Sink } from './sink.ts'

/** Name of the PostgreSQL channel that 0007_changes.sql notifies. */
const CHANNEL = 'onemap_changes'
const BATCH = 1_000
/** Who missed more than this reads everything anew, which costs less. */
const MOST_MISSED = 5_000
const BEAT_MS = 15_000
/** After a failure; a database that comes back gives notice, so that growing pauses cost no time. */
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000
/** The hub reads every change; what of it an audience hears is decided by `hears`. */
const EVERYTHING: Scope = { audience: 'wide' }

const NOTHING: { readonly missed: readonly Change[]; readonly standings: Standings } = {
  missed: [],
  standings: new Map(),
}

/** Somebody who looks at a screen. */
interface Listener {
  readonly scope: Scope
  readonly sink: Sink
  /** The last change it was told of; undefined for who begins now. */
  readonly since: number | undefined
}

/** Tells listeners what changed. One for each process; several processes tell the same. */
export interface Hub {
  /** @returns how to leave */
  join(listener: Listener): () => void
  /** Ends every listener and all hearing. */
  stop(): Promise<void>
}

interface Member extends Listener {
  /** Whether it has been told what it missed, and hears what comes. */
  inside: boolean
}

/** All who hear the same. */
interface Audience {
  readonly scope: Scope
  readonly sinks: Set<Sink>
}

/**
 * Reads changes by their numbers whenever the database gives notice, and once in a while without: a notice that
 * got lost costs seconds, never a change. Everything happens in one queue, so that who joins misses nothing
 * between what it is told of the past and what comes.
 */
export function createHub({
  database,
  log,
}: {
  readonly database: Database
  readonly log: ErrorLog
}): Hub {
  const audiences = new Map<string, Audience>()
  const members = new Set<Member>()
  /** The last change that was told, and the one before the first that is kept. */
  let last: number | undefined
  let first = 0
  let stopped = false
  let asked = false
  let queue: Promise<void> = Promise.resolve()
  let hearing: Promise<() => Promise<void>> | undefined
  let beats: NodeJS.Timeout | undefined
  let retry: NodeJS.Timeout | undefined
  let retryMs = FIRST_RETRY_MS

  function wake(): void {
    if (asked || stopped) return
    asked = true
    queue = queue.then(work).catch((error: unknown) => {
      log('live changes', error instanceof Error ? error : new Error(String(error)))
      clearTimeout(retry)
      if (!stopped) retry = setTimeout(wake, retryMs)
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
    })
  }

  async function work(): Promise<void> {
    asked = false
    if (members.size === 0) last = undefined
    else {
      await tellNews()
      await admit()
    }
    retryMs = FIRST_RETRY_MS
  }

  function tellAll(frame: Uint8Array): void {
    for (const { sinks } of audiences.values()) for (const sink of sinks) sink.write(frame)
  }

  async function tellNews(): Promise<void> {
    for (;;) {
      const after = last
      const { extent, changes, standings } = await database.reading(EVERYTHING, async (tx) => {
        const extent = await changesExtent(tx)
        const changes = after === undefined ? [] : await changesAfter(tx, after, BATCH)
        return { extent, changes, standings: await standingsOf(tx, changes) }
      })
      first = extent.first
      if (after === undefined || after < first || after > extent.last) {
        // Pruned past us while we were cut off, or another database: nobody can be told what was missed.
        if (after !== undefined) tellAll(resetFrame(extent.last))
        last = extent.last
        return
      }
      last = changes.at(-1)?.seq ?? after
      for (const { scope, sinks } of audiences.values()) {
        const entries = entriesFor(scope, changes, standings)
        if (entries.length === 0) continue
        const frame = changeFrame(last, entries)
        for (const sink of sinks) sink.write(frame)
      }
      // Of what is committed from now on comes another notice.
      if (changes.length < BATCH) return
    }
  }

  /** Tells those who wait what they missed and lets them in: all of them by one reading. */
  async function admit(): Promise<void> {
    const now = last
    const coming = [...members].filter((member) => !member.inside)
    if (coming.length === 0 || now === undefined) return
    const missing = coming.flatMap(({ since }) =>
      since !== undefined && since >= first && since < now ? [since] : [],
    )
    const { missed, standings } =
      missing.length === 0
        ? NOTHING
        : await database.reading(EVERYTHING, async (tx) => {
            const missed = await changesBetween(tx, Math.min(...missing), now, MOST_MISSED)
            return { missed, standings: await standingsOf(tx, missed) }
          })
    const told = missed.length < MOST_MISSED ? first : (missed[0]?.seq ?? now) - 1
    const framesOf = new Map<string, Uint8Array>()
    for (const member of coming) {
      if (!members.has(member)) continue
      const { scope, sink, since = now } = member
      sink.write(helloFrame(Math.min(since, now)))
      if (since < told || since > now) sink.write(resetFrame(now))
      else if (since < now) {
        const name = `${scopeKey(scope)} ${since}`
        const frame =
          framesOf.get(name) ??
          pastFrame(
            now,
            entriesFor(
              scope,
              missed.filter(({ seq }) => seq > since),
              standings,
            ),
          )
        framesOf.set(name, frame)
        sink.write(frame)
      }
      enter(member)
    }
  }

  const pastFrame = (now: number, entries: readonly ChangeEntry[]): Uint8Array =>
    entries.length === 0 ? beatFrame(now) : changeFrame(now, entries)

  function enter(member: Member): void {
    const key = scopeKey(member.scope)
    const audience = audiences.get(key) ?? { scope: member.scope, sinks: new Set() }
    audience.sinks.add(member.sink)
    audiences.set(key, audience)
    member.inside = true
  }

  function beat(): void {
    if (last !== undefined) tellAll(beatFrame(last))
    wake()
  }

  function leave(member: Member): void {
    members.delete(member)
    const key = scopeKey(member.scope)
    const audience = audiences.get(key)
    audience?.sinks.delete(member.sink)
    if (audience?.sinks.size === 0) audiences.delete(key)
  }

  return {
    join(listener) {
      if (stopped) {
        listener.sink.end()
        return () => undefined
      }
      hearing ??= database.listen(CHANNEL, wake)
      beats ??= setInterval(beat, BEAT_MS).unref()
      const member: Member = { ...listener, inside: false }
      members.add(member)
      wake()
      return () => leave(member)
    },
    async stop() {
      stopped = true
      clearInterval(beats)
      clearTimeout(retry)
      for (const { sink } of Array.from(members)) sink.end()
      await queue
      await (
        await hearing
      )?.()
    },
  }
}

/** How the changed things stand now. */
async function standingsOf(tx: Tx, changes: readonly Change[]): Promise<Standings> {
  const standings = new Map<MapTopic, Map<string, Standing>>()
  for (const [topic, keys] of thingsToRead(changes))
    standings.set(topic, await readStandings(tx, topic, keys))
  return standings
}
