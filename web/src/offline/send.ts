import * as z from 'zod/mini'
import { isJson, isMarked, typeOf, wordsOf, type Stranger } from '../answers/stranger.ts'
import { attempt, type Verdict } from './attempt.ts'
import { entriesOf, entryOf, mark, note, sendAnew, settle } from './outbox.ts'
import { isUploaded, needsOf, troubleOf, type OutboxEntry } from './outbox-entry.ts'

/**
 * How sending went: `done` nothing is left but what was refused; `offline` no answer; `later` the server is not well;
 * `foreign` somebody else answered in its place; `signed-out` nobody is signed in; `barred` who is signed in may do
 * nothing yet; `busy` another tab is at it.
 */
export type SendOutcome =
  | 'done'
  | 'offline'
  | 'later'
  | 'foreign'
  | 'signed-out'
  | 'barred'
  | 'busy'

interface Sending {
  readonly fetch: typeof fetch
  /** Of the refusals. */
  readonly language: string
  /** Called after each entry that the server took. */
  readonly onSent?: (entry: OutboxEntry) => void
  /** Called with what came back when somebody else answers in the server's place. */
  readonly onStranger?: (stranger: Stranger) => void
  /** Tries also what would be tried later by itself. @default false */
  readonly impatient?: boolean
}

const Visitor = z.object({ id: z.string() })
const LOCK = 'onemap.outbox'
const PATIENCE_MS = 30_000

/**
 * Sends what waits, in order. Only one tab or worker of the device does so at a time, and only for who is signed in at
 * that moment; everything goes under the id it was given here, so that a lost answer makes nothing twice.
 */
export async function sendOutbox(sending: Sending): Promise<SendOutcome> {
  // Plain http has none.
  const locks: LockManager | null | undefined = navigator.locks
  if (!locks) return sendAll(sending)
  return locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? ('busy' as const) : sendAll(sending),
  )
}

async function sendAll(sending: Sending): Promise<SendOutcome> {
  const visitor = await whoIsThere(sending)
  if (typeof visitor === 'string') return visitor
  const reuploaded = new Set<string>()
  const outcome = await sendEach(sending, visitor.id, reuploaded)
  return reuploaded.size > 0 && outcome === 'later'
    ? sendEach(sending, visitor.id, reuploaded)
    : outcome
}

/** Who is signed in, or why nothing can be sent at all. */
async function whoIsThere(sending: Sending): Promise<{ readonly id: string } | SendOutcome> {
  let answer: Response
  let text: string
  try {
    answer = await sending.fetch('/api/me', {
      headers: { 'Accept-Language': sending.language },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    text = await answer.text()
  } catch {
    return 'offline'
  }
  const content = parsed(text)
  const { status } = answer
  if (status === 401 && isMarked(answer)) return 'signed-out'
  if (status === 403 && isMarked(answer)) return 'barred'
  const me = Visitor.safeParse(content)
  if (answer.ok && isJson(answer) && me.success) return me.data
  if (status >= 500) return 'later'
  sending.onStranger?.({ status, type: typeOf(answer), says: wordsOf(text) })
  return 'foreign'
}

/** Tries once each entry that may be tried. @param reuploaded reports whose photographs are sent a second time */
async function sendEach(
  sending: Sending,
  account: string,
  reuploaded: Set<string>,
): Promise<SendOutcome> {
  const left = new Set<string>()
  let outcome: SendOutcome = 'done'
  for (const { id } of await entriesOf(account)) {
    const entry = await entryOf(id)
    if (entry === undefined || isUploaded(entry)) continue
    if (entry.refusal !== null || needsOf(entry).some((need) => left.has(need))) {
      left.add(id)
      continue
    }
    if (sending.impatient !== true && isPausing(entry)) {
      left.add(id)
      if (outcome === 'done') outcome = 'later'
      continue
    }
    const verdict = await attempt(sending.fetch, entry, sending.language)
    if (verdict.kind === 'signed-out' || verdict.kind === 'barred') return verdict.kind
    // Only where nobody answers at all is it the network; otherwise it is this entry, and the next may go.
    if (verdict.kind === 'unanswered' && typeof (await whoIsThere(sending)) === 'string')
      return 'offline'
    outcome = worse(outcome, await keepVerdict(entry, verdict, reuploaded))
    if (verdict.kind === 'taken') sending.onSent?.(entry)
    else left.add(id)
  }
  return outcome
}

const isPausing = ({ trouble }: OutboxEntry): boolean =>
  trouble !== undefined && trouble !== null && trouble.nextAt.getTime() > Date.now()

const worse = (one: SendOutcome, other: SendOutcome): SendOutcome =>
  one === 'offline' || other === 'done' ? one : other

/** Writes down what came of an entry. */
async function keepVerdict(
  entry: OutboxEntry,
  verdict: Verdict,
  reuploaded: Set<string>,
): Promise<SendOutcome> {
  const { id } = entry
  switch (verdict.kind) {
    case 'taken':
      await settle(entry)
      return 'done'
    case 'refused':
      if (verdict.filesGone && !reuploaded.has(id) && (await sendAnew(needsOf(entry)))) {
        reuploaded.add(id)
        return 'later'
      }
      await mark(id, verdict.refusal)
      return 'done'
    case 'trouble':
      await note(id, troubleOf(entry, verdict.told, new Date(), verdict.retryAfterMs))
      return 'later'
    case 'unanswered':
      await note(id, troubleOf(entry, { kind: 'unsent', status: 0, told: '' }, new Date()))
      return 'offline'
    default:
      return 'later'
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
