import { expect } from 'vitest'
import type { z } from 'zod'
import type { createApp } from './app.ts'
import { PASSWORD } from './db/test-fixture-accounts.ts'
import { Problem } from './http/problem.ts'

/** A browser as far as the API can tell: keeps cookies, sends JSON, and a form as a form. */
export interface Visitor {
  readonly cookies: Map<string, string>
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  get(path: string): Promise<Response>
  post(path: string, body?: unknown): Promise<Response>
  signIn(username: string, password?: string): Promise<Response>
}

/** Somebody at a browser that has no cookies yet. @param always headers of every request */
export function visit(
  api: Pick<ReturnType<typeof createApp>, 'request'>,
  always: Readonly<Record<string, string>> = {},
): Visitor {
  const cookies = new Map<string, string>()
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const response = await api.request(path, {
      method,
      headers: {
        Host: 'localhost',
        ...always,
        ...(cookies.size === 0
          ? {}
          : { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
        ...(body === undefined || body instanceof FormData
          ? {}
          : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    return response
  }
  return {
    cookies,
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    signIn: (username, password = PASSWORD) =>
      send('POST', '/api/auth/sign-in/username', { username, password }),
  }
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

/** Asserts an answer's status and gives the last part of its problem's type. */
export async function problemOf(response: Response, status: number): Promise<string> {
  expect(response.status, await response.clone().text()).toBe(status)
  return Problem.parse(await response.json()).type.replace('urn:onemap:problem:', '')
}

/** Asserts success and parses the body. */
export async function bodyOf<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
  status = 200,
): Promise<z.output<Schema>> {
  expect(response.status, await response.clone().text()).toBe(status)
  return schema.parse(await response.json())
}
