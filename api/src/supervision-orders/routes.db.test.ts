import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts, type Username } from '../db/test-fixture-accounts.ts'
import { enterpriseId, idOf, TODAY } from '../db/test-fixture-places.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { Order, OrderItem } from './schema.ts'

const Page = z.object({ items: z.array(OrderItem.strict()), nextCursor: z.string().nullable() })
const Conflict = z.object({
  orderStatus: z.string(),
  since: z.array(z.object({ seq: z.int(), type: z.string() })),
  possible: z.array(z.string()),
})

let database: Database
const visitors = new Map<Username, Visitor>()
const as = (username: Username): Visitor => visitors.get(username) ?? visitMissing(username)
function visitMissing(username: string): never {
  throw new Error(`${username} is not signed in`)
}

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const api = createApp(testDeps(database))
  for (const username of ['bureau', 'leader', 'ent01', 'ent02', 'grid01', 'grid02'] as const) {
    const visitor = visit(api)
    expect((await visitor.signIn(username)).status).toBe(200)
    visitors.set(username, visitor)
  }
})
afterAll(() => database.close())

let number = 0
function draft(more: Readonly<Record<string, unknown>> = {}) {
  number += 1
  return {
    enterpriseId: enterpriseId(1),
    title: `督办事项${number}`,
    requirement: '限期完成整改并书面回复',
    deadline: '2026-12-01',
    ...more,
  }
}

async function issued(more: Readonly<Record<string, unknown>> = {}) {
  return bodyOf(await as('bureau').post('/api/supervision-orders', draft(more)), Order, 201)
}

const address = (order: { enterpriseId: string; id: string }) =>
  `/api/enterprises/${order.enterpriseId}/supervision-orders/${order.id}`
const step = (
  who: Username,
  order: { enterpriseId: string; id: string },
  body: Readonly<Record<string, unknown>>,
) => as(who).post(`${address(order)}/events`, body)

describe('an order', () => {
  it('goes from issue over a return to its end, and keeps every step', async () => {
    const order = await issued({ hazardId: idOf('9', 1) })
    expect(order).toMatchObject({
      enterpriseName: '甲化工有限公司',
      status: 'issued',
      officeName: '安全生产科',
      issuedByName: '科长甲',
      lastSeq: 1,
      round: 0,
      overdue: false,
      hazard: { id: idOf('9', 1), code: 'YH1' },
      actions: [{ type: 'withdraw', needs: ['reason'] }],
    })
    expect(order.documentNo).toMatch(/^台经信督〔2026〕\d+号$/)
    const seen = await bodyOf(await as('ent01').get(address(order)), Order)
    expect(seen.actions.map(({ type }) => type)).toEqual(['sign'])
    for (const [who, body, status] of [
      ['ent01', { type: 'sign' }, 'signed'],
      ['ent01', { type: 'progress', text: '已停用该设备' }, 'in-progress'],
      ['ent01', { type: 'reply', text: '护栏已装好' }, 'replied'],
      ['bureau', { type: 'return', text: '未附照片', deadline: '2026-12-08' }, 'returned'],
      ['ent01', { type: 'reply', text: '已补附照片' }, 'replied'],
      ['bureau', { type: 'accept', text: '同意办结' }, 'accepted'],
    ] as const)
      expect(await bodyOf(await step(who, order, body), Order)).toMatchObject({ status })
    const done = await bodyOf(await as('leader').get(address(order)), Order)
    expect(done).toMatchObject({
      status: 'accepted',
      round: 1,
      deadline: '2026-12-08',
      lastSeq: 7,
      actions: [],
    })
    expect(
      done.events.map(({ type, actorName, actorRole }) => [type, actorName, actorRole]),
    ).toEqual([
      ['issue', '科长甲', 'office'],
      ['sign', '企业甲', 'safety-officer'],
      ['progress', '企业甲', 'safety-officer'],
      ['reply', '企业甲', 'safety-officer'],
      ['return', '科长甲', 'office'],
      ['reply', '企业甲', 'safety-officer'],
      ['accept', '科长甲', 'office'],
    ])
  })

  it('is issued once however often it is sent, and numbers never repeat', async () => {
    const id = crypto.randomUUID()
    const body = draft({ id })
    const first = await bodyOf(await as('bureau').post('/api/supervision-orders', body), Order, 201)
    const again = await bodyOf(await as('bureau').post('/api/supervision-orders', body), Order, 200)
    expect(again).toEqual(first)
    const many = await Promise.all([1, 2, 3].map(() => issued()))
    expect(new Set(many.map(({ documentNo }) => documentNo)).size).toBe(3)
    expect(
      await problemOf(
        await as('bureau').post('/api/supervision-orders', draft({ documentNo: first.documentNo })),
        409,
      ),
    ).toBe('document-no-taken')
  })

  it('is refused with every field that is missing', async () => {
    const response = await as('bureau').post('/api/supervision-orders', {
      enterpriseId: enterpriseId(1),
      deadline: '2026-11-23',
    })
    const { errors } = await bodyOf(
      response,
      z.object({ errors: z.array(z.object({ field: z.string() })) }),
      422,
    )
    expect(errors.map(({ field }) => field)).toEqual(['title', 'requirement', 'deadline'])
  })

  it('is issued to enterprises of the own office only, about their own hazards only', async () => {
    expect(
      await problemOf(
        await as('bureau').post(
          '/api/supervision-orders',
          draft({ enterpriseId: enterpriseId(5) }),
        ),
        403,
      ),
    ).toBe('other-office')
    expect(
      await problemOf(
        await as('bureau').post('/api/supervision-orders', draft({ enterpriseId: idOf('e', 99) })),
        404,
      ),
    ).toBe('enterprise-not-found')
    expect(
      await problemOf(
        await as('bureau').post('/api/supervision-orders', draft({ hazardId: idOf('9', 39) })),
        404,
      ),
    ).toBe('hazard-not-found')
    expect(
      await problemOf(
        await as('bureau').post('/api/supervision-orders', draft({ evidence: [idOf('9', 39)] })),
        422,
      ),
    ).toBe('evidence-unknown')
    for (const who of ['leader', 'ent01', 'grid01'] as const)
      expect((await as(who).post('/api/supervision-orders', draft())).status).toBe(403)
  })

  it('is nobody else’s to read or to answer', async () => {
    const order = await issued()
    for (const who of ['ent02', 'grid02'] as const)
      expect(await problemOf(await as(who).get(address(order)), 404)).toBe('order-not-found')
    expect(await problemOf(await step('ent02', order, { type: 'sign' }), 404)).toBe(
      'order-not-found',
    )
    expect(await problemOf(await step('bureau', order, { type: 'sign' }), 403)).toBe('order-role')
    expect(
      await problemOf(await step('ent01', order, { type: 'withdraw', text: '不想办' }), 403),
    ).toBe('order-role')
  })
})

it('offers an officer no act on the order of another office, and says whose it is', async () => {
  // The order of enterprise 5 is the energy office's; the reader is of the office of safety.
  const order = { enterpriseId: enterpriseId(5), id: idOf('e6', 5) }
  const shown = await bodyOf(await as('bureau').get(address(order)), Order)
  expect(shown).toMatchObject({ otherOffice: true, actions: [] })
  const refused = await step('bureau', order, { type: 'withdraw', text: '发错了' })
  expect(refused.status).toBe(403)
  expect(JSON.stringify(await refused.json())).toContain(`由${shown.officeName}负责`)
  const own = await issued()
  expect(own).toMatchObject({ otherOffice: false, actions: [{ type: 'withdraw' }] })
})

describe('two people at once', () => {
  it('the second is told what happened, and nothing is lost', async () => {
    const order = await issued()
    expect((await step('ent01', order, { type: 'sign', afterSeq: 1 })).status).toBe(200)
    const late = await step('bureau', order, { type: 'withdraw', text: '发错了', afterSeq: 1 })
    const told = await bodyOf(late, Conflict, 409)
    expect(told.orderStatus).toBe('signed')
    expect(told.since).toMatchObject([{ seq: 2, type: 'sign' }])
    expect(told.possible).toEqual(['progress', 'reply', 'withdraw'])
    expect((await bodyOf(await as('bureau').get(address(order)), Order)).status).toBe('signed')
  })

  it('exactly one of many acts on one state succeeds', async () => {
    const order = await issued()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        step('ent01', order, { type: 'sign', afterSeq: 1, clientId: crypto.randomUUID() }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect((await bodyOf(await as('ent01').get(address(order)), Order)).lastSeq).toBe(2)
  })

  it('an act sent again is done once', async () => {
    const order = await issued()
    const body = { type: 'sign', afterSeq: 1, clientId: crypto.randomUUID() }
    const [first, again] = [await step('ent01', order, body), await step('ent01', order, body)]
    expect(await bodyOf(again, Order)).toEqual(await bodyOf(first, Order))
  })
})

describe('GET /api/supervision-orders', () => {
  const list = async (query: string, who: Username = 'bureau') =>
    bodyOf(await as(who).get(`/api/supervision-orders?limit=200${query}`), Page)

  it('shows each reader their own, newest first, page by page', async () => {
    const all = await list('')
    expect(all.items.length).toBeGreaterThan(5)
    expect((await list('', 'ent01')).items).toEqual(
      (await list(`&enterpriseId=${enterpriseId(1)}`)).items,
    )
    expect((await list('', 'ent02')).items.map((item) => item.enterpriseId)).toEqual([
      enterpriseId(3),
    ])
    const pages: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: z.output<typeof Page> = await bodyOf(
        await as('leader').get(
          `/api/supervision-orders?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
        ),
        Page,
      )
      pages.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(pages).toEqual(all.items.map(({ id }) => id))
  })

  it('is narrowed by status, hazard, words, and overdue by the one rule', async () => {
    const late = await issued({ deadline: TODAY })
    await database.asOwner(async (tx) =>
      tx.execute(`UPDATE supervision_orders SET deadline = '2026-11-20' WHERE id = '${late.id}'`),
    )
    expect((await list('&overdue=true')).items).toMatchObject([
      { id: late.id, overdue: true, overdueDays: 4 },
    ])
    expect((await list('&overdue=false')).items.map(({ id }) => id)).not.toContain(late.id)
    expect((await list('&status=accepted')).items).toHaveLength(1)
    expect((await list(`&hazardId=${idOf('9', 1)}`)).items).toHaveLength(1)
    expect(
      (await list(`&q=${encodeURIComponent(late.documentNo)}`)).items.map(({ id }) => id),
    ).toContain(late.id)
    expect((await list(`&q=${encodeURIComponent('100%')}`)).items).toEqual([])
  })
})
