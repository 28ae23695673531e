import * as z from 'zod/mini'
import { uploadForm, folderAddress } from '../evidence/upload-form.ts'
import { entriesOf, mark, settle } from './outbox.ts'
import { needsOf, type EntryRefusal, type OutboxEntry } from './outbox-entry.ts'

/**
 * How sending went: `done` nothing is left but what was refused; `offline` no answer; `later` the server is not well;
 * `signed-out` nobody is signed in; `barred` who is signed in may do nothing yet; `busy` another tab is at it.
 */
export type SendOutcome = 'done' | 'offline' | 'later' | 'signed-out' | 'barred' | 'busy'

interface Sending {
  readonly fetch: typeof fetch
  /** Of the refusals. */
  readonly language: string
  /** Called after each entry that is on record. */
  readonly onSent?: (entry: OutboxEntry) => void
}

const Visitor = z.object({ id: z.string() })
const Problem = z.object({
  type: z.optional(z.string()),
  title: z.string(),
  detail: z.optional(z.string()),
})
const LOCK = 'onemap.outbox'
const BARRIERS = ['password-change-required', 'two-factor-required', 'no-appointment']

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

async function sendAll({ fetch: ask, language, onSent }: Sending): Promise<SendOutcome> {
  try {
    const visitor = await ask('/api/me', { headers: { 'Accept-Language': language } })
    if (visitor.status === 401) return 'signed-out'
    if (visitor.status === 403) return 'barred'
    const { data: me } = Visitor.safeParse(await visitor.json().catch(() => null))
    if (!visitor.ok || me === undefined) return 'later'
    const left = new Set<string>()
    let outcome: SendOutcome = 'done'
    for (const entry of await entriesOf(me.id)) {
      if (entry.refusal !== null || needsOf(entry).some((id) => left.has(id))) {
        left.add(entry.id)
        continue
      }
      const response = await post(ask, entry, language)
      if (response.ok) {
        await settle(entry)
        onSent?.(entry)
        continue
      }
      left.add(entry.id)
      if (response.status === 401) return 'signed-out'
      const refusal = await refusalOf(response)
      if (response.status === 403 && BARRIERS.includes(refusal.code)) return 'barred'
      if (response.status >= 500 || [408, 425, 429].includes(response.status)) outcome = 'later'
      else await mark(entry.id, refusal)
    }
    return outcome
  } catch {
    return 'offline'
  }
}

function post(ask: typeof fetch, entry: OutboxEntry, language: string): Promise<Response> {
  const headers = { 'Accept-Language': language }
  if (entry.kind === 'photo') {
    const { enterpriseId, id, name, file, position } = entry
    return ask(folderAddress(enterpriseId), {
      method: 'POST',
      headers,
      body: uploadForm({ id, file: new File([file], name, { type: file.type }), position }),
    })
  }
  const address =
    entry.kind === 'hazard'
      ? '/api/hazards'
      : `/api/enterprises/${entry.enterpriseId}/patrol-visits`
  return ask(address, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(entry.body),
  })
}

async function refusalOf(response: Response): Promise<EntryRefusal> {
  const { data } = Problem.safeParse(await response.json().catch(() => null))
  return {
    status: response.status,
    code: data?.type?.split(':').at(-1) ?? '',
    message: data?.detail ?? data?.title ?? `HTTP ${response.status}`,
  }
}
