import type { AppType } from '@onemap/api/app'
import { DetailedError, hc } from 'hono/client'
import { isRecord, problemIn } from './answers/problem.ts'
import { heard, unheard } from './answers/reach.ts'
import { isJson, isMarked, isOwn, strangerIn, StrangerError } from './answers/stranger.ts'
import { strangerText } from './answers/stranger-text.ts'
import { i18n } from './i18n/i18n.ts'

/** Why the server lets nobody through any more, whatever was asked. */
export type Barrier =
  | 'signed-out'
  | 'password-change-required'
  | 'two-factor-required'
  | 'no-appointment'

const PROBLEM_PREFIX = 'urn:onemap:problem:'
const BARRIERS = [
  'password-change-required',
  'two-factor-required',
  'no-appointment',
] as const satisfies readonly Barrier[]

let barred: (barrier: Barrier) => void = () => {}

/** Tells who wants to know that an answer was a barrier. There is one listener: the session. */
export function whenBarred(listener: (barrier: Barrier) => void): void {
  barred = listener
}

async function barrierOf(response: Response): Promise<Barrier | undefined> {
  if (!isJson(response) || !isMarked(response)) return undefined
  if (response.status === 401) return 'signed-out'
  if (response.status !== 403) return undefined
  const problem = problemIn(
    await response
      .clone()
      .json()
      .catch(() => null),
  )
  return BARRIERS.find((barrier) => problem?.type === `${PROBLEM_PREFIX}${barrier}`)
}

/** `fetch` in the reader's language. */
const politeFetch: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers)
  headers.set('Accept-Language', i18n.global.locale.value)
  // The API sends nobody elsewhere: whoever does is a network that wants to be signed in to.
  return listened(fetch(input, { ...init, headers, redirect: 'manual' }))
}

/** Notices whether the server is within reach; what the page gave up itself says nothing of that. */
async function listened(asked: Promise<Response>): Promise<Response> {
  try {
    const response = await asked
    if (response.ok || isJson(response)) heard()
    return response
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) unheard()
    throw error
  }
}

/** The same, noticing when the session has ended. */
export const sessionFetch: typeof fetch = async (input, init) => {
  const response = await politeFetch(input, init)
  const barrier = response.ok ? undefined : await barrierOf(response)
  if (barrier !== undefined) barred(barrier)
  return response
}

const READING_MS = 40_000

/** Takes no foreign answer for one of the server's. @throws StrangerError */
function ownOnly(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const method = init?.method ?? 'GET'
    const response = await ask(input, {
      ...init,
      // What is only read can be asked for again: a network that brings nothing is none.
      ...(method === 'GET' ? { signal: init?.signal ?? AbortSignal.timeout(READING_MS) } : {}),
    })
    if (isOwn(response, method)) return response
    unheard()
    throw new StrangerError(await strangerIn(response))
  }
}

/** The typed client of the one API; the browser's own origin serves both. Answers are read with Hono's `parseResponse`. */
export const { api } = hc<AppType>(location.origin, { fetch: ownOnly(sessionFetch) })

/** The same for who is not signed in yet: a refusal is an answer, not the end of a session. */
export const { api: apiOfVisitors } = hc<AppType>(location.origin, {
  fetch: ownOnly(politeFetch),
})

/** A refusal in the server's own words. */
export interface Refusal {
  readonly status: number
  /** Last part of the problem's type, such as `no-appointment`; empty when there is none. */
  readonly code: string
  readonly message: string
  /** What is wrong with which field of the request. */
  readonly fields: Readonly<Record<string, string>>
}

/** As a gateway that got no proper answer would say it. */
const STRANGER_STATUS = 502

/** Why the server refused, or who answered in its place; null if nobody answered at all. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof StrangerError)
    return {
      status: STRANGER_STATUS,
      code: 'foreign-answer',
      message: strangerText(error.stranger),
      fields: {},
    }
  if (!(error instanceof DetailedError)) return null
  const problem = isRecord(error.detail) ? problemIn(error.detail.data) : undefined
  if (problem === undefined)
    return { status: Number(error.statusCode), code: '', message: error.message, fields: {} }
  const { type, title, detail, errors } = problem
  return {
    status: Number(error.statusCode),
    code: type.startsWith(PROBLEM_PREFIX) ? type.slice(PROBLEM_PREFIX.length) : '',
    message: detail ?? title,
    fields: Object.fromEntries(errors),
  }
}
