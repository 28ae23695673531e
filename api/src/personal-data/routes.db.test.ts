import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { enterpriseId, GRID, idOf, OFFICE } from '../db/test-fixture-places.ts'
import { TEST_SEALER } from '../db/test-fixture-risks.ts'
import { testApp } from '../test-app.ts'

const ACTOR = { id: idOf('0', 1), name: '张三', role: 'grid' }
const WEST: Scope = {
  audience: 'grid',
  gridIds: [GRID.west],
  userId: ACTOR.id,
  actor: ACTOR,
  requestIp: '10.1.2.3',
}
const MOBILE = '13800001234'
const WELDER = {
  kind: 'responsibility',
  enterpriseId: enterpriseId(1),
  id: idOf('4', 1),
  reason: '通知现场核查',
}
const PERSON = { kind: 'user', id: idOf('0', 3), reason: '核对本人信息' }

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
  await app.database.asOwner((tx) =>
    tx.execute(
      sql`UPDATE users SET mobile = ${TEST_SEALER.seal('13712345678')}, mobile_masked = '137****5678' WHERE id = ${PERSON.id}`,
    ),
  )
})
afterAll(() => app.database.close())

function reveal(body: unknown, scope: Scope): Promise<Response> {
  return app.get('/api/personal-data/reveal', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    scope,
  })
}

const Entry = z.object({ entry: z.json() }).transform(({ entry }) => entry)
const record = () =>
  app.database.asOwner((tx) =>
    queryRows(
      tx,
      Entry,
      sql`
  SELECT json_build_object('who', actor_name, 'role', actor_role, 'ip', host(ip), 'table', object_table, 'key', object_key,
    'name', object_name, 'enterprise', enterprise_id, 'changes', changes) AS entry
  FROM audit_log WHERE action = 'reveal' ORDER BY seq`,
    ),
  )

describe('POST /api/personal-data/reveal', () => {
  it('gives one number to who sees the row, and puts it on record without the number', async () => {
    const response = await reveal(
      { ...WELDER, reason: ` ${WELDER.reason}，回电 13911112222 ` },
      WEST,
    )
    expect([response.status, await response.json(), response.headers.get('cache-control')]).toEqual(
      [200, { number: MOBILE }, 'no-store'],
    )
    const entries = await record()
    expect(entries).toEqual([
      {
        who: '张三',
        role: 'grid',
        ip: '10.1.2.3',
        table: 'responsibilities',
        key: { enterprise_id: WELDER.enterpriseId, id: WELDER.id },
        name: '王五',
        enterprise: WELDER.enterpriseId,
        changes: {
          what: { from: null, to: 'mobile' },
          reason: { from: null, to: '通知现场核查，回电 139****2222' },
        },
      },
    ])
  })

  it.each<[string, unknown, Scope]>([
    ['another grid', WELDER, { audience: 'grid', gridIds: [GRID.north] }],
    ['another enterprise', WELDER, { audience: 'enterprise', enterpriseId: enterpriseId(2) }],
    [
      'another enterprise that claims the number',
      { ...WELDER, enterpriseId: enterpriseId(2) },
      { audience: 'enterprise', enterpriseId: enterpriseId(2) },
    ],
    ['nobody who has none', { ...WELDER, id: idOf('4', 3) }, WEST],
    ['an id that is nobody’s', { ...WELDER, id: idOf('4', 99) }, WEST],
  ])('is not found by %s, and nothing is recorded', async (_who, body, scope) => {
    const before = await record()
    const response = await reveal(body, scope)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toMatch(/1\d{10}/)
    expect(await record()).toEqual(before)
  })

  it('gives a person’s number to who manages people, and only that', async () => {
    const admin: Scope = { audience: 'admin', userId: idOf('0', 4) }
    expect(await (await reveal(PERSON, admin)).json()).toEqual({ number: '13712345678' })
    expect((await reveal({ ...PERSON, what: 'id-number' }, admin)).status).toBe(404)
    expect((await reveal(WELDER, admin)).status).toBe(403)
    expect((await reveal(PERSON, WEST)).status).toBe(403)
    expect((await reveal(PERSON, { audience: 'auditor' })).status).toBe(403)
    expect((await reveal(WELDER, { audience: 'public' })).status).toBe(401)
  })

  it.each([
    ['no reason', { reason: undefined }, 'reason'],
    ['hardly a reason', { reason: ' 查 看 ' }, 'reason'],
    ['an id that is none', { id: "1' OR true" }, 'id'],
    ['another kind', { kind: 'enterprise' }, 'kind'],
    ['too much', { mobile: 'x' }, 'mobile'],
  ])('refuses %s', async (_what, change, field) => {
    const response = await reveal({ ...WELDER, ...change }, WEST)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`"field":"${field}"`)
  })

  it('tells nobody why a seal does not open', async () => {
    await app.database.asOwner((tx) =>
      tx.execute(
        sql`UPDATE responsibilities SET mobile_sealed = 'v1:' || repeat('A', 52) WHERE id = ${idOf('4', 2)}`,
      ),
    )
    const response = await reveal({ ...WELDER, id: idOf('4', 2) }, WEST)
    expect(response.status).toBe(500)
    expect(await response.text()).not.toMatch(/seal|key/i)
  })

  it('comes to an end for who reveals too many', async () => {
    const scope: Scope = { audience: 'wide', officeId: OFFICE.safety, userId: idOf('0', 9) }
    for (let time = 0; time < 30; time++) expect((await reveal(WELDER, scope)).status).toBe(200)
    expect((await reveal(WELDER, scope)).status).toBe(429)
    expect((await reveal(WELDER, WEST)).status).toBe(200)
  })
})

describe('no list', () => {
  it.each([
    `/api/enterprises/${enterpriseId(1)}/risk-points`,
    '/api/enterprises?limit=200',
    `/api/enterprises/${enterpriseId(1)}`,
    '/api/hazards?limit=200',
    '/api/grids',
    '/api/summary',
    '/api/map/enterprises.arrow',
    '/api/map/risk-points.arrow',
    '/api/map/hazards.arrow',
  ])('carries a mobile number, sealed or whole: %s', async (path) => {
    const response = await app.get(path)
    expect(response.status).toBe(200)
    expect(await response.text()).not.toMatch(/(?<![\d-])1[3-9]\d{9}(?!\d)|v1:[A-Za-z0-9+/]{20}/)
  })
})

describe('at rest', () => {
  it('no number is readable', async () => {
    const rows = await app.database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ row: z.string() }),
        sql`SELECT r::text AS row FROM responsibilities r`,
      ),
    )
    expect(rows.map(({ row }) => row).join()).not.toMatch(/13800001234|13900005678/)
  })

  it.each([
    ['unsealed', MOBILE, '138****1234'],
    ['unmasked', TEST_SEALER.seal(MOBILE), MOBILE],
    ['unmatched', TEST_SEALER.seal(MOBILE), null],
  ])('none goes in %s', async (_how, sealed, masked) => {
    await expect(
      app.database.asOwner((tx) =>
        tx.execute(
          sql`UPDATE responsibilities SET mobile_sealed = ${sealed}, mobile_masked = ${masked}`,
        ),
      ),
    ).rejects.toThrow()
  })
})
