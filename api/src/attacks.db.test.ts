import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { queryRows } from './db/rows.ts'
import { plantedDatabase } from './db/test-database.ts'
import { plantAccounts, userIdOf, type Username } from './db/test-fixture-accounts.ts'
import { enterpriseId, GRID, idOf, NOW } from './db/test-fixture-places.ts'
import { MOST_BODY_BYTES } from './http/request-limits.ts'
import { testDeps } from './test-deps.ts'
import { problemOf, visit, type Visitor } from './test-visitor.ts'

/* What somebody with bad intentions tries; what a role may not do by its role is in matrix.db.test.ts. */

let database: Database
let failures: readonly Error[]
let someone: () => Visitor

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const deps = testDeps(database)
  failures = deps.failures
  const api = createApp(deps)
  someone = () => visit(api)
})
afterAll(async () => {
  vi.useRealTimers()
  await database.close()
})

async function signedIn(username: Username): Promise<Visitor> {
  const visitor = someone()
  expect((await visitor.signIn(username)).status).toBe(200)
  return visitor
}

const HOSTILE = [
  "' OR '1'='1",
  "'; DROP TABLE enterprises; --",
  '" UNION SELECT password FROM accounts --',
  '%',
  '_',
  '\\',
  "\\'; SELECT pg_sleep(9); --",
  '<script>alert(1)</script>',
  '{{constructor.constructor("return process")()}}',
  '${7*7}',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  '\u202Eexe.piz',
  'a'.repeat(5_000),
]

describe('text meant as something else', () => {
  let leader: Visitor
  beforeAll(async () => {
    leader = await signedIn('leader')
  })

  it.each(HOSTILE)('is text in a search: %s', async (text) => {
    const response = await leader.get(`/api/enterprises?q=${encodeURIComponent(text)}`)
    expect([200, 400]).toContain(response.status)
    if (response.status === 200) expect((await response.text()).length).toBeLessThan(20_000)
    expect(failures).toEqual([])
  })

  it.each(['kind', 'riskLevel', 'gridId', 'areaCode', 'bbox', 'cursor', 'limit'])(
    'is a bad request in %s',
    async (parameter) => {
      for (const text of HOSTILE) {
        const response = await leader.get(
          `/api/enterprises?${parameter}=${encodeURIComponent(text)}`,
        )
        expect([parameter, text, response.status]).toEqual([parameter, text, 400])
      }
      expect(failures).toEqual([])
    },
  )

  it('is no id', async () => {
    for (const text of HOSTILE)
      expect([400, 404]).toContain(
        (await leader.get(`/api/enterprises/${encodeURIComponent(text)}`)).status,
      )
  })

  it('signs nobody in', async () => {
    for (const text of HOSTILE) {
      const response = await someone().signIn(text, text)
      expect([400, 401, 429]).toContain(response.status)
      expect(response.headers.getSetCookie()).toEqual([])
    }
    expect(failures).toEqual([])
  })

  it('is refused or kept as it was written where a person is named', async () => {
    const admin = await signedIn('admin')
    for (const text of HOSTILE) {
      const response = await admin.post('/api/people', {
        username: `u${HOSTILE.indexOf(text)}`,
        name: text,
        role: 'leader',
      })
      expect([200, 201, 400, 422]).toContain(response.status)
    }
    const kept = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ name: z.string() }),
        sql`SELECT name FROM users WHERE username LIKE 'u%'`,
      ),
    )
    for (const { name } of kept) expect(HOSTILE).toContain(name)
    expect(failures).toEqual([])
    const tables = await database.asOwner((tx) =>
      queryRows(tx, z.object({ n: z.coerce.number() }), sql`SELECT count(*) AS n FROM enterprises`),
    )
    expect(tables).toEqual([{ n: 7 }])
  })
})

describe('ids of somebody else', () => {
  it('open nothing, wherever they stand', async () => {
    const enterprise = await signedIn('ent01')
    const other = enterpriseId(3)
    for (const path of [
      `/api/enterprises/${other}`,
      `/api/enterprises/${other}/risk-points`,
      `/api/enterprises/${other}/neighbours`,
    ]) {
      expect([path, (await enterprise.get(path)).status]).toEqual([path, 404])
    }
    for (const path of [
      `/api/hazards?enterpriseId=${other}`,
      `/api/enterprises?gridId=${GRID.plant}`,
    ]) {
      expect(await (await enterprise.get(path)).json()).toMatchObject({ items: [] })
    }
    const reveal = await enterprise.post('/api/personal-data/reveal', {
      kind: 'responsibility',
      enterpriseId: other,
      id: idOf('4', 1),
      reason: '想看看号码',
    })
    expect(reveal.status).toBe(404)
  })

  it('in a header or a forged field change nobody’s scope', async () => {
    const enterprise = await signedIn('ent01')
    const response = await enterprise.send('GET', '/api/enterprises?limit=200', undefined, {
      'X-Enterprise-Id': enterpriseId(3),
      'X-User-Id': userIdOf('leader'),
      'X-Role': 'leader',
      'X-Forwarded-For': "'; RESET ROLE; --",
    })
    expect(
      z
        .object({ items: z.array(z.object({ id: z.string() })) })
        .parse(await response.json())
        .items.map(({ id }) => id),
    ).toEqual([enterpriseId(1)])
  })
})

describe('another site', () => {
  it.each([
    ['an Origin of its own', { Origin: 'https://evil.example' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a form without Origin', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling host', { 'Sec-Fetch-Site': 'same-site' }],
  ])('makes the browser of an administrator do nothing: %s', async (_, headers) => {
    const admin = await signedIn('admin')
    const before = await admin.get('/api/people')
    const response = await admin.send(
      'POST',
      '/api/people',
      { username: 'intruder', name: '闯入者', role: 'leader' },
      headers,
    )
    expect(await problemOf(response, 403)).toBe('cross-site-request')
    expect(await (await admin.get('/api/people')).text()).toBe(await before.text())
  })
})

describe('messages that are no messages', () => {
  let leader: Visitor
  beforeEach(async () => {
    leader = await signedIn('leader')
  })

  it.each([
    '{',
    '[]',
    'null',
    '"text"',
    '{"method":"LEC","l":"10","e":1,"c":1}',
    '{"method":"LEC"}',
    '{"__proto__":{"method":"LEC"}}',
    '\u0000',
  ])('are bad requests: %s', async (body) => {
    const api = createApp(testDeps(database), () => ({
      role: 'leader',
      scope: { audience: 'wide' },
      barrier: null,
      sessionId: null,
    }))
    const response = await api.request('/api/risk-assessments/preview', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toMatch(/stack|node_modules|SyntaxError/)
  })

  it('are refused when too large', async () => {
    const response = await leader.post('/api/risk-assessments/preview', {
      method: 'LEC',
      l: 1,
      e: 1,
      c: 1,
      note: 'x'.repeat(MOST_BODY_BYTES),
    })
    expect(await problemOf(response, 413)).toBe('body-too-large')
  })
})

describe('every answer', () => {
  it.each(['/api/health', '/api/enterprises', '/api/nothing'])(
    'tells the browser what it may do: %s',
    async (path) => {
      const { headers } = await someone().get(path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self';")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
    },
  )
})

describe('somebody who never tires', () => {
  it('is asked to wait, and nobody else is', async () => {
    const deps = testDeps(database)
    const api = createApp({ ...deps, config: { ...deps.config, trustProxy: true } }, () => ({
      role: 'public',
      scope: { audience: 'public' },
      barrier: null,
      sessionId: null,
    }))
    const from = (address: string) =>
      api.request('/api/health', { headers: { 'X-Forwarded-For': address } })
    const answers = await Promise.all(Array.from({ length: 310 }, () => from('203.0.113.7')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(300)
    const refused = answers.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await from('203.0.113.8')).status).toBe(200)
  })
})
