import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Database } from '../db/database.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { ROLE_CODES } from '../domain/role.ts'
import { problemMapper } from '../http/errors.ts'
import { createRouter } from '../http/router.ts'
import { settleReader, type Reader } from '../http/scope.ts'
import { auditRoutes } from './routes.ts'
import { AuditPage } from './schema.ts'

const AUDITOR: Reader = {
  role: 'auditor',
  barrier: null,
  sessionId: 's',
  scope: {
    audience: 'auditor',
    userId: idOf('5', 9),
    actor: { id: idOf('5', 9), name: '审计', role: 'auditor' },
    requestIp: '10.0.0.9',
  },
}

let database: Database
let reader: Reader
let api: { request(path: string): Response | Promise<Response> }

beforeAll(async () => {
  database = await plantedDatabase()
  const officer = {
    audience: 'enterprise',
    enterpriseId: enterpriseId(1),
    userId: idOf('5', 1),
    actor: { id: idOf('5', 1), name: '王安全', role: 'enterprise' },
    requestIp: '10.1.2.3',
  } as const
  await database.scoped(officer, (tx) =>
    tx.execute(
      sql`UPDATE enterprises SET employees = 7, principal = '=HYPERLINK("http://x","点我")'`,
    ),
  )
  await database.scoped(officer, (tx) =>
    recordAct(tx, {
      action: 'reveal',
      table: 'responsibilities',
      key: { id: idOf('c', 1) },
      objectName: '-乙"丙"',
      enterpriseId: enterpriseId(1),
    }),
  )
  const deps = { database, now: () => NOW }
  const app = createRouter()
  app.use(settleReader(() => reader))
  app.onError(
    problemMapper((_what, error) => {
      throw error
    }),
  )
  app.route('/', auditRoutes(deps))
  api = app
})
afterAll(() => database.close())

async function ask(path: string, as: Reader = AUDITOR): Promise<Response> {
  reader = as
  return api.request(path)
}

async function page(query: string): Promise<z.output<typeof AuditPage>> {
  const response = await ask(`/audit${query}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return AuditPage.parse(await response.json())
}

describe('GET /audit', () => {
  it('is for the auditor alone', async () => {
    for (const path of ['/audit', '/audit.csv']) {
      for (const role of ROLE_CODES.filter((code) => code !== 'auditor'))
        expect((await ask(path, { ...AUDITOR, role })).status).toBe(403)
      expect((await ask(path, { ...AUDITOR, role: 'public' })).status).toBe(401)
    }
  })

  it('says who, when, from where, what, before and after', async () => {
    const {
      items: [act, write],
    } = await page('?limit=2')
    expect(act).toMatchObject({
      action: 'reveal',
      table: 'responsibilities',
      objectName: '-乙"丙"',
    })
    expect(write).toMatchObject({
      actor: { id: idOf('5', 1), name: '王安全', role: 'enterprise' },
      ip: '10.1.2.3',
      action: 'update',
      table: 'enterprises',
      key: { id: enterpriseId(1) },
      objectName: '甲化工有限公司',
      enterpriseId: enterpriseId(1),
      changes: { employees: { from: 12, to: 7 } },
    })
    expect(Math.abs(Date.parse(write?.at ?? '') - Date.now())).toBeLessThan(120_000)
  })

  it('names the things and people its entries speak of, and nothing else', async () => {
    const { items, names } = await page('?limit=200')
    expect(names[enterpriseId(1)]).toBe('甲化工有限公司')
    expect(
      (await page('?limit=1&action=insert&table=users')).names[enterpriseId(1)],
    ).toBeUndefined()
    const spoken = JSON.stringify(items)
    for (const [id, name] of Object.entries(names)) {
      expect(spoken).toContain(id)
      expect(name).not.toBe('')
    }
  })

  it('pages through every entry once', async () => {
    const seqs: number[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = await page(`?limit=40${cursor && `&cursor=${cursor}`}`)
      seqs.push(...items.map((item) => item.seq))
      cursor = nextCursor
    }
    expect(seqs).toEqual(Array.from({ length: seqs[0] ?? 0 }, (_, i) => (seqs[0] ?? 0) - i))
    expect(seqs.length).toBeGreaterThan(80)
  })

  it.each([
    [`person=${idOf('5', 1)}`, 2],
    ['person=王安', 2],
    ['person=%25', 0],
    ['action=reveal', 1],
    ['action=reveal,update', 2],
    ['table=enterprises', 8],
    [`object=${enterpriseId(1)}`, 2],
    ['object=甲化工', 2],
    [`object=${idOf('9', 1)}&table=hazards,hazard_events`, 3],
    ['object=370405', 1],
    [`enterpriseId=${enterpriseId(1)}&action=update`, 1],
    ['from=2000-01-01&to=2000-01-02', 0],
    ['from=2000-01-01&action=reveal', 1],
    ['to=2000-01-01', 0],
  ])('filters by %s', async (query, count) => {
    expect((await page(`?${query}&limit=200`)).items).toHaveLength(count)
  })

  it.each([
    'person=',
    'action=deleted',
    'table=spatial_ref_sys',
    'from=yesterday',
    'to=2026-02-30',
    'enterpriseId=1',
    'cursor=x',
    'limit=0',
    'other=1',
  ])('refuses %s', async (query) => {
    expect((await ask(`/audit?${query}`)).status).toBe(400)
  })
})

describe('GET /audit.csv', () => {
  it('exports what the filters leave, as text that no spreadsheet runs', async () => {
    const response = await ask('/audit.csv?person=王安全')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('audit-2026-11-24.csv')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(`"'-乙""丙"""`)
    expect(lines[2]).toContain('从业人员：12 → 7')
    expect(lines[2]).toContain('主要负责人： → =HYPERLINK(""http://x"",""点我"")')
  })

  it('is itself recorded', async () => {
    expect((await page('?limit=1')).items[0]).toMatchObject({
      action: 'export',
      table: 'audit_log',
      actor: { name: '审计' },
      changes: { person: { to: '王安全' } },
    })
  })

  it('goes beyond one batch, newest first', async () => {
    await database.asOwner((tx) =>
      tx.execute(
        sql`SELECT record_audit('export', 'audit_log', '{}', NULL, '{}', 'x') FROM generate_series(1, 2100)`,
      ),
    )
    const lines = (await (await ask('/audit.csv?object=x')).text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(2101)
    const seqs = lines.slice(1).map((line) => Number(/^"(\d+)"/.exec(line)?.[1]))
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a))
  })
})
