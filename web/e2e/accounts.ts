import { expect } from 'vitest'

/** Accounts of the demonstration. */
export type DemoAccount =
  | 'leader'
  | 'bureau'
  | 'bureau02'
  | 'grid01'
  | 'grid02'
  | 'ent01'
  | 'ent01r'
  | 'ent01n'
  | 'ent02'
  | 'admin'
  | 'auditor'

export const DEMO_PASSWORD = 'Shuangfang@2026'

/** The API as one account sees it, besides the browser. */
export interface Caller {
  /** Session cookie, as `name=value`. */
  readonly cookie: string
  get<Answer>(path: string): Promise<Answer>
  /** Sends a form, or anything else as JSON. */
  post<Answer>(path: string, body: unknown): Promise<Answer>
}

/** One session an account for all journeys: nobody signs in a hundred times a minute. */
const signedIn = new Map<string, Promise<Caller>>()

async function signIn(origin: string, username: string): Promise<Caller> {
  const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  })
  expect(answer.status, `signing in as ${username}`).toBe(200)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return {
    cookie,
    get: async (path) => {
      const response = await fetch(`${origin}${path}`, { headers: { Cookie: cookie } })
      expect(response.status, path).toBe(200)
      return response.json()
    },
    post: async (path, body) => {
      const json = body instanceof FormData ? undefined : JSON.stringify(body)
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        body: body instanceof FormData ? body : (json ?? null),
        headers: {
          Cookie: cookie,
          Origin: origin,
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
      })
      expect(
        response.ok,
        `${path} ${response.status} ${response.ok ? '' : await response.text()}`,
      ).toBe(true)
      return response.json()
    },
  }
}

/** Signs an account of the demonstration in, once. */
export function callerOf(origin: string, account: DemoAccount): Promise<Caller> {
  const caller = signedIn.get(account) ?? signIn(origin, account)
  signedIn.set(account, caller)
  return caller
}
