import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { plantedDatabase } from './db/test-database.ts'
import { plantAccounts, userIdOf } from './db/test-fixture-accounts.ts'
import { enterpriseId, NOW, OFFICE } from './db/test-fixture-places.ts'
import { ROLE_CODES, type Role } from './domain/role.ts'
import { PROBLEM_TYPE, Problem } from './http/problem.ts'
import type { Reader } from './http/scope.ts'
import { createPublicSite } from './public/site.ts'
import { testDeps } from './test-deps.ts'

/* What no database stores is refused by the name of its field, in every parameter of every operation. */

/** Percent-encoded: lone surrogates cannot be, and arrive as three bytes that are no UTF-8. */
const REFUSED = ['%00', '%EF%BF%BE', '%EF%BF%BF', '%C2%85', '%C2%9F', '%7F', '%1B', '%E2%80%AE']
const MANGLED = ['%ED%A0%80', '%FF', '%']
const ID = '00000000-0000-4000-8000-000000000000'

const Operations = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        'x-roles': z.array(z.enum([...ROLE_CODES, 'public'])),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.string(),
              required: z.boolean().optional(),
            }),
          )
          .default([]),
      }),
    ),
  ),
})

let database: Database
let failures: Error[]
let role: Role | 'public' = 'public'
let ask: (path: string, init?: RequestInit) => Promise<Response>
let visitPublic: (path: string, init?: RequestInit) => Promise<Response>

const AUDIENCE_OF = {
  leader: 'wide',
  bureau: 'wide',
  grid: 'grid',
  enterprise: 'enterprise',
  admin: 'admin',
  auditor: 'auditor',
  public: 'public',
} as const

function reader(): Reader {
  const actor = role === 'public' ? undefined : { id: userIdOf('bureau'), name: '试验', role }
  return {
    role,
    scope: {
      audience: AUDIENCE_OF[role],
      ...(actor === undefined ? {} : { actor, userId: actor.id }),
      ...(role === 'bureau' ? { officeId: OFFICE.safety } : {}),
      ...(role === 'enterprise' ? { enterpriseId: enterpriseId(1) } : {}),
    },
    barrier: null,
    sessionId: null,
  }
}

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const deps = testDeps(database)
  failures = deps.failures
  // better-auth writes down every way back from single sign-on that nobody began.
  const log: typeof deps.log = (what, error) => what === 'sign-in' || deps.log(what, error)
  let minutes = 0
  /** A minute passes between two requests: nobody here asks too often. */
  const now = () => new Date(NOW.getTime() + minutes * 60_000)
  const api = createApp({ ...deps, log, now }, reader)
  ask = async (path, init) => {
    minutes += 1
    return api.request(path, init)
  }
  const site = createPublicSite({ ...deps, webRoot: '/nowhere' })
  visitPublic = async (path, init) => site.request(path, init)
})
afterAll(() => database.close())

async function operations() {
  const { paths } = Operations.parse(await (await ask('/api/openapi.json')).json())
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
}

describe('what cannot be stored', () => {
  it('is refused in every query parameter, by its name', async () => {
    let asked = 0
    for (const { path, method, parameters, 'x-roles': roles } of await operations()) {
      role = roles[0] ?? 'public'
      const address = path.replace(/\{[^}]+\}/g, ID)
      for (const { name } of parameters.filter((one) => one.in === 'query')) {
        for (const text of [...REFUSED, ...MANGLED]) {
          const response = await ask(`${address}?${name}=${text}`, { method: method.toUpperCase() })
          const where = `${method} ${address}?${name}=${text}`
          expect(response.status, where).toBeLessThan(500)
          if (REFUSED.includes(text)) {
            expect(response.status, where).toBe(400)
            expect(response.headers.get('content-type'), where).toBe(PROBLEM_TYPE)
            const { errors = [] } = Problem.parse(await response.json())
            expect(
              errors.map(({ field }) => field),
              where,
            ).toContain(name)
          }
          asked += 1
        }
      }
    }
    expect(asked).toBeGreaterThan(1000)
    expect(failures).toEqual([])
  })

  it('is refused in every part of a path', async () => {
    for (const { path, method, parameters, 'x-roles': roles } of await operations()) {
      role = roles[0] ?? 'public'
      for (const { name } of parameters.filter((one) => one.in === 'path')) {
        for (const text of [...REFUSED, ...MANGLED]) {
          const address = path.replace(`{${name}}`, text).replace(/\{[^}]+\}/g, ID)
          const response = await ask(address, { method: method.toUpperCase() })
          expect([400, 404], `${method} ${address}`).toContain(response.status)
        }
      }
    }
    expect(failures).toEqual([])
  })

  it.each([
    ['/public', '?q='],
    ['/public/en', '?q='],
    ['/public', '?town='],
    ['/public/report', '?about='],
    ['/public/report/follow', '?receipt='],
    ['/public/report/', ''],
    ['/public/sources/', ''],
    ['/public/batches/', ''],
  ])('is nothing to the public pages: %s%s', async (path, parameter) => {
    for (const text of [...REFUSED, ...MANGLED])
      expect((await visitPublic(`${path}${parameter}${text}`)).status, text).toBeLessThan(500)
    expect(failures).toEqual([])
  })
})

describe('a body', () => {
  const TEXTS = ['\0', '\ud800', '\udc00x', '\ufffe', '\u0085', '\u001b', '\u202e']

  it.each(TEXTS)(
    'that holds %j is refused, and says in whose language which character',
    async (text) => {
      role = 'bureau'
      for (const [path, method, body, field] of [
        ['/api/saved-views', 'POST', { screen: 'hazards', name: `甲${text}`, query: {} }, 'name'],
        [
          '/api/saved-views',
          'POST',
          { screen: 'hazards', name: '甲', query: { q: text } },
          'query.q',
        ],
        [
          '/api/saved-views',
          'POST',
          { screen: 'hazards', name: '甲', query: { [`q${text}`]: '' } },
          'query',
        ],
        [
          '/api/saved-views',
          'POST',
          { screen: 'hazards', name: '甲', query: {}, columns: [`c${text}`] },
          'columns.0',
        ],
      ] as const) {
        const response = await ask(path, {
          method,
          headers: { 'Content-Type': 'application/json', 'Accept-Language': 'en' },
          body: JSON.stringify(body),
        })
        expect(response.status, JSON.stringify(body)).toBe(400)
        const { errors = [], detail } = Problem.parse(await response.json())
        expect(errors[0]?.field).toContain(field)
        expect(errors[0]?.message).toMatch(/character \d+ is .+ \(U\+[0-9A-F]{4}\)/)
        expect(detail).toContain('U+')
      }
      expect(failures).toEqual([])
    },
  )

  it('is stored composed, with ideographs in place of radicals', async () => {
    role = 'bureau'
    const body = { screen: 'hazards', name: ' ⾼新⻔ e\u0301 ', query: {} }
    const response = await ask('/api/saved-views', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status, await response.clone().text()).toBe(201)
    expect(await response.json()).toMatchObject({ name: '高新门 é' })
  })
})

describe('the form for the public', () => {
  async function send(fields: Readonly<Record<string, string>>): Promise<Response> {
    const form = new FormData()
    const page = await (await visitPublic('/public/report')).text()
    form.set('token', /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '')
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return visitPublic('/public/report', { method: 'POST', body: form })
  }

  it.each(['\0', '\u0085', '\u001b', '\u202e'])(
    'keeps what was written and says that something invisible stood in it: %j',
    async (text) => {
      const response = await send({ text: `冒烟${text}了`, place: '厂门口' })
      expect(response.status).toBe(422)
      const page = await response.text()
      expect(page).toContain('看不见的控制字符')
      expect(page).toContain('冒烟了')
      expect(failures).toEqual([])
    },
  )
})
