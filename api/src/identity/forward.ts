import type { Context } from 'hono'
import { z } from 'zod'
import { readerOf, type AppEnv } from '../http/scope.ts'
import { actAs } from './acting.ts'
import { CLIENT_IP_HEADER, type Auth } from './auth.ts'
import { identityScope } from './reader.ts'
import { AuthRefusedError } from './refused.ts'

/** A browser sends less of each. */
const MOST_HEADER = 8000

/** What a browser says of itself, as a session keeps it. */
const storable = (agent: string): string => agent.replace(/\p{C}/gu, '').slice(0, 300)

const Refusal = z.object({ code: z.string().optional(), message: z.string().optional() })

interface Forwarded {
  /** Below `/api/auth`. */
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly body?: Readonly<Record<string, unknown>>
}

/** What better-auth answered; its cookies have been handed on already. */
interface Answer {
  readonly status: number
  readonly body: unknown
  readonly location: string | null
}

/**
 * Lets better-auth answer a request of ours, on behalf of whoever sent it, and hands its cookies on.
 * @throws AuthRefusedError if it refuses
 */
export async function forward(
  auth: Auth,
  c: Context<AppEnv>,
  { path, method = 'POST', body }: Forwarded,
): Promise<Answer> {
  const { scope } = readerOf(c)
  const headers = new Headers({ Accept: 'application/json' })
  for (const name of ['Cookie', 'User-Agent', 'Accept-Language']) {
    const value = c.req.header(name)?.slice(0, MOST_HEADER)
    if (value !== undefined) headers.set(name, name === 'User-Agent' ? storable(value) : value)
  }
  if (scope.requestIp !== undefined) headers.set(CLIENT_IP_HEADER, scope.requestIp)
  if (method === 'POST') headers.set('Content-Type', 'application/json')
  const url = new URL(`/api/auth${path}`, c.req.url)
  const request = new Request(url, {
    method,
    headers,
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  })
  const response = await actAs(identityScope(scope), () => auth.handler(request))
  for (const cookie of response.headers.getSetCookie())
    c.header('Set-Cookie', cookie, { append: true })
  const text = await response.text()
  const answer: unknown = text === '' ? null : JSON.parse(text)
  if (response.status >= 400) {
    const { code, message } = Refusal.catch({}).parse(answer)
    throw new AuthRefusedError(response.status, code ?? 'REFUSED', message ?? 'refused')
  }
  return { status: response.status, body: answer, location: response.headers.get('Location') }
}
