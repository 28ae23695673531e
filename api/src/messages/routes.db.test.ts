import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { enterpriseId, NOW } from '../db/test-fixture-places.ts'
import { openLoop, STAFF, type Actor, type Loop } from '../test-loop.ts'
import { bodyOf, problemOf } from '../test-visitor.ts'
import { Message } from './schema.ts'

const Page = z.strictObject({
  items: z.array(Message.strict()),
  nextCursor: z.string().nullable(),
  unread: z.int(),
})

let loop: Loop
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  loop = await openLoop()
})
afterAll(async () => {
  vi.useRealTimers()
  await loop.database.close()
})
beforeEach(() => loop.database.asOwner((tx) => tx.execute(sql`DELETE FROM messages`)))

async function inbox(actor: Actor, query = '') {
  return bodyOf(await (await loop.as(actor)).get(`/api/messages${query}`), Page)
}
const kinds = async (actor: Actor) => (await inbox(actor)).items.map(({ kind }) => kind)

it('tells each what concerns them, and nobody else', async () => {
  const found = await loop.reported('grid01', { enterpriseId: enterpriseId(3) })
  expect(await kinds('ent02')).toEqual(['hazard-reported'])
  const hazard = await loop.reported()
  await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
  await loop.does('ent01', hazard, { type: 'grade', grade: 'major', criteria: '第1条' })
  await loop.does('bureau', hazard, { type: 'notify', responsibleId: STAFF.fixer })
  expect(await kinds('bureau')).toEqual(['hazard-major'])
  expect(await kinds('fixer')).toEqual(expect.arrayContaining(['hazard-notified']))
  expect(await kinds('ent01')).toEqual(['hazard-notified'])
  expect(await kinds('grid01')).toEqual([])
  expect(await kinds('leader')).toEqual([])
  await loop.doesWithApproval('bureau', hazard, {
    type: 'list-supervision',
    level: 'city',
    authority: '市安委会',
    department: '经信局',
    documentNo: '5号',
    deadline: '2026-12-31',
  })
  expect(await kinds('leader')).toEqual(['sign-off-asked'])
  expect([...(await kinds('bureau'))].sort()).toEqual([
    'hazard-major',
    'sign-off-approved',
    'supervision-listed',
  ])
  const [message] = (await inbox('ent02')).items
  expect(message).toMatchObject({
    enterpriseName: '丙LNG加气站',
    subject: { type: 'hazard', id: found.id },
    params: { code: found.code, description: '护栏缺失', by: '网格甲' },
    readAt: null,
  })
})

it('is read by each for themselves, once', async () => {
  await loop.reported('bureau')
  const {
    items: [message],
    unread,
  } = await inbox('ent01')
  expect(unread).toBe(1)
  expect((await (await loop.as('ent01')).post(`/api/messages/${message?.id}/read`)).status).toBe(
    204,
  )
  expect((await (await loop.as('ent01')).post(`/api/messages/${message?.id}/read`)).status).toBe(
    204,
  )
  expect(await inbox('ent01')).toMatchObject({
    unread: 0,
    items: [{ readAt: '2026-11-24T00:30:00+08:00' }],
  })
  expect((await inbox('ent01', '?unread=true')).items).toEqual([])
  expect((await inbox('boss')).unread).toBe(1)
  expect(
    await problemOf(await (await loop.as('ent02')).post(`/api/messages/${message?.id}/read`), 404),
  ).toBe('message-not-found')
  expect(
    await problemOf(await (await loop.as('bureau')).post(`/api/messages/${message?.id}/read`), 404),
  ).toBe('message-not-found')
  expect((await (await loop.as('boss')).post('/api/messages/read-all')).status).toBe(204)
  expect((await inbox('boss')).unread).toBe(0)
})

it('comes in pages, newest first', async () => {
  for (let count = 0; count < 5; count++) await loop.reported('bureau')
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: z.output<typeof Page> = await inbox(
      'ent01',
      `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual((await inbox('ent01')).items.map(({ id }) => id))
  expect(new Set(seen).size).toBe(5)
})

it('is not for roles without the trade', async () => {
  expect(await problemOf(await (await loop.as('admin')).get('/api/messages'), 403)).toBe(
    'role-refused',
  )
})
