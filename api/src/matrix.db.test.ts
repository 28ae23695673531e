import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { plantedDatabase } from './db/test-database.ts'
import { plantAccounts } from './db/test-fixture-accounts.ts'
import { CODE_OF, EDITION, plantDisclosure } from './db/test-fixture-disclosure.ts'
import { enterpriseId, ENTERPRISES, idOf, NOW } from './db/test-fixture-places.ts'
import { ROLE_CODES } from './domain/role.ts'
import { testDeps } from './test-deps.ts'
import { visit, type Visitor } from './test-visitor.ts'

/*
 * Every role on every operation, made from the OpenAPI document: an operation that declares nobody fails,
 * and so does a cell whose status or body is not what the declaration and the rows allow.
 */

const CALLERS = ['public', ...ROLE_CODES] as const
type Caller = (typeof CALLERS)[number]

/** The account of each role; grid01 watches GRID.north (enterprises 3 and 4), ent01 is enterprise 1. */
const USERNAMES = {
  leader: 'leader',
  bureau: 'bureau',
  grid: 'grid01',
  enterprise: 'ent01',
  admin: 'admin',
  auditor: 'auditor',
} as const

/** Numbers of the enterprises whose rows a caller may read. */
const SEES: Readonly<Record<Caller, readonly number[]>> = {
  public: [],
  admin: [],
  auditor: [],
  leader: [1, 2, 3, 4, 5, 6, 7],
  bureau: [1, 2, 3, 4, 5, 6, 7],
  grid: [3, 4],
  enterprise: [1],
}

/** A notice to neighbours names both parties: by these two lists a caller knows who is told by enterprise 1, or whom it tells. */
const NAMES_PARTIES = /\/(neighbour-notices\/lines|received-notices)$/
const PARTIES: Readonly<Partial<Record<Caller, readonly number[]>>> = {
  enterprise: [2, 3],
  grid: [1],
}

const Content = z.object({ content: z.record(z.string(), z.unknown()).default({}) })
const Operation = z.object({
  'x-roles': z.array(z.enum(CALLERS)).min(1, 'declares nobody'),
  requestBody: Content.optional(),
  responses: z.record(z.string(), Content).default({}),
})
const Contract = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

interface Call {
  readonly method: string
  readonly path: string
  readonly allowed: readonly Caller[]
  /** Content type of what it is sent; undefined for an operation that is sent nothing. */
  readonly sent: string | undefined
  /** Goes on until either side ends it. */
  readonly endless: boolean
}

const FOREIGN = { enterpriseId: enterpriseId(5), id: enterpriseId(5) } as const

/** Fills a path's parameters: of what is published, or else of somebody who is nobody's, so that trying changes nothing. */
function addressOf(path: string): string {
  const known: Readonly<Record<string, string>> = {
    enterpriseId: FOREIGN.enterpriseId,
    ...(path.startsWith('/api/public/') ? { code: CODE_OF[1], number: EDITION } : {}),
  }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? idOf('9', 9))
}

/** What an operation is sent: of the type it takes, so that no answer is about the type. */
async function bodyFor({ path, sent }: Call): Promise<unknown> {
  if (sent === undefined || sent === 'application/json') return sent === undefined ? undefined : {}
  expect([path, sent]).toEqual([path, 'multipart/form-data'])
  const form = new FormData()
  form.set(
    'file',
    path.endsWith('/control-list') ? await workbook() : new File([PIXEL], '像素.png'),
  )
  return form
}

/** An image of one pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

async function workbook(): Promise<File> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('空表').addRow(['没有列'])
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], '清单.xlsx')
}

/** The body of an answer; of one that goes on for ever, its first frames. */
async function endOf(response: Response, { endless }: Call): Promise<string> {
  if (!endless || response.status !== 200) return response.text()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return Buffer.from(first?.value ?? []).toString()
}

describe('every role on every operation', () => {
  let database: Database
  let calls: Call[] = []
  const visitors = new Map<Caller, Visitor>()

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    database = await plantedDatabase()
    await database.asOwner(plantAccounts)
    await database.asOwner(plantDisclosure)
    const api = createApp(testDeps(database))
    const { paths } = Contract.parse(await (await api.request('/api/openapi.json')).json())
    calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const declared = Operation.safeParse(operation)
        expect(
          declared.success,
          `${method.toUpperCase()} ${path} does not declare who may call it`,
        ).toBe(true)
        return {
          method: method.toUpperCase(),
          path: `/api${path.replace(/^\/api/, '')}`,
          allowed: declared.data?.['x-roles'] ?? [],
          sent:
            Object.keys(declared.data?.requestBody?.content ?? {})[0] ??
            (method === 'get' ? undefined : 'application/json'),
          endless: Object.values(declared.data?.responses ?? {}).some(
            ({ content }) => 'text/event-stream' in content,
          ),
        }
      }),
    )
    for (const caller of CALLERS) {
      const visitor = visit(api)
      if (caller !== 'public')
        expect((await visitor.signIn(USERNAMES[caller])).status, caller).toBe(200)
      visitors.set(caller, visitor)
    }
  })
  afterAll(async () => {
    vi.useRealTimers()
    await database.close()
  })

  function visitorOf(caller: Caller): Visitor {
    const visitor = visitors.get(caller)
    if (visitor === undefined) throw new Error(`nobody visits as ${caller}`)
    return visitor
  }

  /**
   * Names and ids of enterprises, and phone numbers, that must not be in a body. What was asked for is
   * named again by its refusal. The record of acts names objects by id, and a person's appointment names the
   * enterprise; whoever draws the grids sees what lies in them: that much is the auditor's and the administrator's to read.
   */
  function leaks(caller: Caller, body: string, asked: string): string[] {
    const named =
      (caller === 'auditor' && asked.startsWith('/api/audit')) ||
      (caller === 'admin' && /^\/api\/(people|grid)/.test(asked))
    const foreign = named
      ? []
      : ENTERPRISES.flatMap(({ name }, index) =>
          [...SEES[caller], ...(NAMES_PARTIES.test(asked) ? (PARTIES[caller] ?? []) : [])].includes(
            index + 1,
          )
            ? []
            : [name, enterpriseId(index + 1)],
        )
    const told = body.replaceAll(asked.split('?')[0] ?? asked, '')
    return [
      ...foreign.filter((secret) => told.includes(secret)),
      ...(body.match(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])/g) ?? []),
    ]
  }

  it('knows the operations of the contract', () => {
    expect(calls.length).toBeGreaterThan(30)
  })

  it.each(CALLERS)(
    'refuses %s what is not declared for them, before looking at anything else',
    async (caller) => {
      for (const call of calls) {
        const { method, path, allowed } = call
        if (allowed.includes('public') || allowed.some((one) => one === caller)) continue
        const response = await visitorOf(caller).send(method, addressOf(path), await bodyFor(call))
        expect([`${method} ${path}`, response.status]).toEqual([
          `${method} ${path}`,
          caller === 'public' ? 401 : 403,
        ])
        expect(leaks(caller, await response.text(), addressOf(path))).toEqual([])
      }
    },
  )

  it.each(CALLERS)(
    'lets %s through to what is declared for them, and shows not one foreign row',
    async (caller) => {
      for (const call of calls) {
        const { method, path, allowed } = call
        const forCaller = allowed.includes('public') || allowed.some((one) => one === caller)
        // Signing in or out, or ending every session, would change who is asking.
        if (!forCaller || (/\/auth\/|\/me\/sessions/.test(path) && method !== 'GET')) continue
        const response = await visitorOf(caller).send(method, addressOf(path), await bodyFor(call))
        const body = await endOf(response, call)
        if (call.endless) expect(body).toContain('hello')
        // Of what it may read, another office's is not the caller's to write: that is said, and nothing happens.
        if (response.status === 403)
          expect([caller, body]).toEqual([
            'bureau',
            expect.stringContaining('urn:onemap:problem:other-office'),
          ])
        else
          expect(
            [200, 204, 302, 304, 400, 404, 409, 422],
            `${caller} ${method} ${path}: ${response.status} ${body.slice(0, 300)}`,
          ).toContain(response.status)
        expect([path, leaks(caller, body, addressOf(path))]).toEqual([path, []])
      }
    },
  )

  it('tells everybody the same of what is public, whoever they are', async () => {
    const open = calls.filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/api/public/'),
    )
    expect(open.length).toBeGreaterThan(6)
    for (const call of open) {
      expect([call.path, call.allowed]).toEqual([call.path, expect.arrayContaining([...CALLERS])])
      const answers = new Set<string>()
      for (const caller of CALLERS) {
        const response = await visitorOf(caller).get(addressOf(call.path))
        expect([caller, call.path, response.status]).toEqual([caller, call.path, 200])
        answers.add(await response.text())
      }
      expect([call.path, answers.size]).toEqual([call.path, 1])
    }
  })

  const OWNED = ['', '/risk-points', '/neighbours', '/hazards'] as const

  it.each(['leader', 'bureau', 'grid', 'enterprise'] as const)(
    'shows %s exactly the enterprises that are theirs, one by one',
    async (caller) => {
      for (const [index] of ENTERPRISES.entries()) {
        for (const part of OWNED) {
          const path =
            part === '/hazards'
              ? `/api/hazards?enterpriseId=${enterpriseId(index + 1)}`
              : `/api/enterprises/${enterpriseId(index + 1)}${part}`
          const response = await visitorOf(caller).get(path)
          const body = await response.text()
          const own = SEES[caller].includes(index + 1)
          if (part !== '/hazards') expect([path, response.status]).toEqual([path, own ? 200 : 404])
          else if (!own) expect(body).toContain('"items":[]')
          expect([path, leaks(caller, body, path)]).toEqual([path, []])
        }
      }
    },
  )

  it.each(['leader', 'bureau', 'grid', 'enterprise'] as const)(
    'counts for %s what the lists show',
    async (caller) => {
      const list = z.object({ items: z.array(z.unknown()) })
      const { items } = list.parse(
        await (await visitorOf(caller).get('/api/enterprises?limit=200')).json(),
      )
      const figures = z
        .object({ enterprises: z.object({ total: z.number() }) })
        .parse(await (await visitorOf(caller).get('/api/summary')).json())
      expect(items.length).toBe(SEES[caller].length)
      expect(figures.enterprises.total).toBe(SEES[caller].length)
    },
  )

  it('draws the same borders on every map layer', async () => {
    for (const caller of ['grid', 'enterprise'] as const) {
      for (const layer of ['enterprises', 'risk-points', 'hazards']) {
        const response = await visitorOf(caller).get(`/api/map/${layer}.arrow`)
        expect(response.status).toBe(200)
        expect([
          layer,
          leaks(
            caller,
            Buffer.from(await response.arrayBuffer()).toString('utf8'),
            `/api/map/${layer}.arrow`,
          ),
        ]).toEqual([layer, []])
      }
    }
  })

  it('keeps the snapshots of two scopes apart, tags and all', async () => {
    const tags = new Set<string | null>()
    for (const caller of ['leader', 'grid', 'enterprise'] as const) {
      tags.add((await visitorOf(caller).get('/api/map/enterprises.arrow')).headers.get('etag'))
    }
    expect(tags.size).toBe(3)
  })
})
