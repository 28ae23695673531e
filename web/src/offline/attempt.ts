import * as z from 'zod/mini'
import { problemIn } from '../answers/problem.ts'
import { isJson, isMarked, typeOf, wordsOf } from '../answers/stranger.ts'
import { folderAddress, uploadForm } from '../evidence/upload-form.ts'
import type { EntryRefusal, EntryTrouble, OutboxEntry } from './outbox-entry.ts'

/** What came of sending one entry. */
export type Verdict =
  | { readonly kind: 'taken' | 'signed-out' | 'barred' | 'unanswered' }
  /** `filesGone`: the server no longer has a photograph that it had taken. */
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal; readonly filesGone: boolean }
  | {
      readonly kind: 'trouble'
      readonly told: Pick<EntryTrouble, 'kind' | 'status' | 'told'>
      /** What the server asks to wait; null: it does not say. */
      readonly retryAfterMs: number | null
    }

const OnRecord = z.object({ id: z.string() })
const BARRIERS = ['password-change-required', 'two-factor-required', 'no-appointment']
/** Refusals of a report whose field says that a file of it is not on record. */
const FIELD_REFUSALS = ['hazard-field', 'patrol-field']
const FILE_FIELDS = ['evidence', 'signatureEvidence']

const PATIENCE_MS = 30_000
/** The slowest network that is worth waiting for, in bytes per millisecond. */
const SLOWEST = 8

/** Sends an entry and judges what comes back. Only the record that carries the entry's id counts as taken. */
export async function attempt(
  ask: typeof fetch,
  entry: OutboxEntry,
  language: string,
): Promise<Verdict> {
  let response: Response
  let text: string
  try {
    response = await post(ask, entry, language)
    text = await response.text()
  } catch {
    if (entry.kind === 'photo' && !(await isReadable(entry.file)))
      return refused({ status: 0, code: 'unreadable', message: '' })
    return { kind: 'unanswered' }
  }
  return verdictOn(response, text, entry)
}

function verdictOn(response: Response, text: string, entry: OutboxEntry): Verdict {
  const { status } = response
  const content: unknown = parsed(text)
  const foreign = trouble('foreign', status, [typeOf(response), wordsOf(text)])
  if (!isJson(response))
    return status >= 500 ? trouble('server', status, [wordsOf(text)], response) : foreign
  if (response.ok) {
    const record = OnRecord.safeParse(content)
    const same = record.success && record.data.id.toLowerCase() === entry.id.toLowerCase()
    return same ? { kind: 'taken' } : foreign
  }
  const problem = problemIn(content)
  const told = problem?.detail ?? problem?.title ?? ''
  if (status >= 500 || [408, 425, 429].includes(status))
    return trouble('server', status, [told], response)
  if (problem === undefined || !isMarked(response)) return foreign
  if (status === 401) return { kind: 'signed-out' }
  const code = problem.type.split(':').at(-1) ?? ''
  if (status === 403 && BARRIERS.includes(code)) return { kind: 'barred' }
  return refused(
    { status, code, message: told },
    FIELD_REFUSALS.includes(code) && problem.errors.some(([field]) => FILE_FIELDS.includes(field)),
  )
}

const refused = (refusal: EntryRefusal, filesGone = false): Verdict => ({
  kind: 'refused',
  refusal,
  filesGone,
})

function trouble(
  kind: EntryTrouble['kind'],
  status: number,
  told: readonly string[],
  response?: Response,
): Verdict {
  const seconds = Number(response?.headers.get('Retry-After') ?? Number.NaN)
  return {
    kind: 'trouble',
    told: { kind, status, told: told.filter(Boolean).join(' ') },
    retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
  }
}

function post(ask: typeof fetch, entry: OutboxEntry, language: string): Promise<Response> {
  const headers = { 'Accept-Language': language }
  // Whoever sends a report elsewhere is a network that wants to be signed in to.
  const common = { method: 'POST', redirect: 'manual' } as const
  if (entry.kind === 'photo') {
    const { enterpriseId, id, name, file, position } = entry
    return ask(folderAddress(enterpriseId), {
      ...common,
      headers,
      body: uploadForm({
        id,
        file: new File([file], name, { type: file.type }),
        position,
        takenAt: entry.takenAt ?? null,
      }),
      signal: AbortSignal.timeout(PATIENCE_MS + file.size / SLOWEST),
    })
  }
  const address =
    entry.kind === 'hazard'
      ? '/api/hazards'
      : `/api/enterprises/${entry.enterpriseId}/patrol-visits`
  return ask(address, {
    ...common,
    headers: { ...headers, 'Content-Type': 'application/json' },
    // What the clock shows now tells the server how far it is from the right one.
    body: JSON.stringify({ ...entry.body, sentAt: new Date().toISOString() }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
}

/** Telephones sometimes lose the bytes of a photograph that they said they would keep. */
function isReadable(file: Blob): Promise<boolean> {
  return file.arrayBuffer().then(
    () => true,
    () => false,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
