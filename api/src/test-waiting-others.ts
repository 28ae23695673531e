import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { z } from 'zod'
import { publicConcerns } from './db/schema/disclosure.ts'
import { enterpriseId, GRID, NOW } from './db/test-fixture-places.ts'
import { Batch, BatchWithSites, Window } from './disclosure/schema.ts'
import { seeToNotices } from './neighbour-notices/draft-due.ts'
import { NoticeItem, ReceivedItem } from './neighbour-notices/schema.ts'
import { Order } from './supervision-orders/schema.ts'
import { type Actor } from './test-loop.ts'
import { bodyOf, type Visitor } from './test-visitor.ts'
import { loop, clerk, waiting, type State, type Wait } from './test-waiting.ts'
import { majorAt } from './test-waiting-hazards.ts'

const propose = async (): Promise<string> => {
  const hazard = await majorAt('accepted')
  await loop.does('bureau', hazard, { type: 'close', reason: '已整改到位' })
  const { signOffs } = await loop.read('leader', hazard)
  return signOffs.find(({ state }) => state === 'pending')?.id ?? ''
}

let orders = 0
export const issue = async (): Promise<Order> => {
  orders += 1
  return bodyOf(
    await (
      await loop.as('bureau')
    ).post('/api/supervision-orders', {
      enterpriseId: enterpriseId(1),
      title: `督办${orders}`,
      requirement: '限期办结',
      deadline: '2026-11-25',
    }),
    Order,
    201,
  )
}
export const onOrder = async (who: Actor, { id }: { id: string }, body: Record<string, unknown>) =>
  bodyOf(
    await (
      await loop.as(who)
    ).post(`/api/enterprises/${enterpriseId(1)}/supervision-orders/${id}/events`, body),
    Order,
  )
const replied = async (): Promise<Order> => {
  const order = await issue()
  await onOrder('ent01', order, { type: 'sign' })
  return onOrder('ent01', order, { type: 'reply', text: '已办' })
}
const toAnswer: Wait = { who: 'ent01', inbox: 'order-to-answer', bell: 'order-issued' }

export const ORDER_STATES: readonly State[] = [
  {
    act: 'order',
    state: 'issued',
    by: 'an office',
    arrange: async () => (await issue()).id,
    waits: [{ who: 'ent01', inbox: 'order-to-sign', bell: 'order-issued' }],
  },
  {
    act: 'order',
    state: 'signed',
    by: 'the enterprise',
    arrange: async () => (await onOrder('ent01', await issue(), { type: 'sign' })).id,
    waits: [toAnswer],
  },
  {
    act: 'order',
    state: 'in-progress',
    by: 'the enterprise',
    arrange: async () => {
      const order = await issue()
      await onOrder('ent01', order, { type: 'sign' })
      return (await onOrder('ent01', order, { type: 'progress', text: '在办' })).id
    },
    waits: [toAnswer],
  },
  {
    act: 'order',
    state: 'replied',
    by: 'the enterprise',
    arrange: async () => (await replied()).id,
    waits: [{ who: 'bureau', inbox: 'order-replied', bell: 'order-replied' }],
  },
  {
    act: 'order',
    state: 'returned',
    by: 'the office',
    arrange: async () =>
      (await onOrder('bureau', await replied(), { type: 'return', text: '不完整' })).id,
    waits: [{ ...toAnswer, bell: 'order-returned' }],
  },
]

export const onBatch = async (
  visitor: Visitor,
  { id, version }: Batch,
  body: Record<string, unknown>,
): Promise<Batch> =>
  bodyOf(await visitor.post(`/api/disclosure/batches/${id}/acts`, { version, ...body }), Batch)
export type Batch = z.output<typeof Batch>
/** The one batch in the making. */
export async function openBatch(): Promise<Batch> {
  const { openBatchId } = await bodyOf(await clerk.get('/api/disclosure/window'), Window)
  return bodyOf(await clerk.get(`/api/disclosure/batches/${openBatchId}`), Batch)
}

export const BATCH_STATES: readonly State[] = [
  {
    act: 'batch',
    state: 'draft',
    by: 'an officer, whose own it stays',
    arrange: async () => {
      const batch = await bodyOf(
        await clerk.post('/api/disclosure/batches', { kind: 'regular' }),
        Batch,
        201,
      )
      expect(await waiting('clerk', 'batch-finish')).toContain(batch.id)
      return batch.id
    },
    waits: [],
  },
  {
    act: 'batch',
    state: 'submitted',
    by: 'an officer',
    arrange: async () => {
      const { id } = await onBatch(clerk, await openBatch(), { act: 'submit' })
      const shown = await clerk.get(`/api/disclosure/batches/${id}`)
      expect((await bodyOf(shown, BatchWithSites)).approvers).toEqual([
        { name: '科长甲', officeName: '安全生产科' },
      ])
      return id
    },
    waits: [{ who: 'bureau', inbox: 'batch-approve', bell: 'batch-submitted' }],
  },
  {
    act: 'batch',
    state: 'returned',
    by: 'a head of office',
    arrange: async () => {
      const returned = { act: 'return', opinion: '请补充' }
      return (await onBatch(await loop.as('bureau'), await openBatch(), returned)).id
    },
    waits: [{ who: 'clerk', inbox: 'batch-finish', bell: 'batch-returned' }],
  },
]

const Notices = z.object({ items: z.array(NoticeItem) })
const Copies = z.object({ items: z.array(ReceivedItem) })
const draft = async () => {
  await seeToNotices(loop.database, loop.clock.now)
  const answer = await (await loop.as('ent01')).get('/api/neighbour-notices?status=draft')
  const [first] = (await bodyOf(answer, Notices)).items
  if (first === undefined) throw new Error('no draft')
  return first
}

export const OTHER_STATES: readonly State[] = [
  {
    act: 'sign-off',
    state: 'pending',
    by: 'a head of office',
    arrange: propose,
    waits: [{ who: 'leader', inbox: 'sign-off', bell: 'sign-off-asked' }],
  },
  {
    act: 'concern',
    state: 'received',
    by: 'the public',
    arrange: async () => {
      const id = randomUUID()
      await loop.database.asOwner((tx) =>
        tx.insert(publicConcerns).values({
          id,
          receipt: `R-${id.slice(0, 8)}`,
          text: '有异味',
          placeText: '路口',
          gridId: GRID.north,
          receivedAt: NOW,
        }),
      )
      return id
    },
    waits: [
      { who: 'bureau', inbox: 'concern', bell: 'concern-received' },
      { who: 'clerk', inbox: 'concern', bell: 'concern-received' },
      { who: 'grid01', inbox: 'concern', bell: 'concern-received' },
    ],
  },
  {
    act: 'notice',
    state: 'draft',
    by: 'the rules',
    arrange: async () => (await draft()).id,
    waits: [{ who: 'ent01', inbox: 'notice-draft', bell: 'notice-drafted' }],
  },
  {
    act: 'receipt',
    state: 'waiting',
    by: 'a neighbour',
    arrange: async () => {
      const { id } = await draft()
      const path = `/api/enterprises/${enterpriseId(1)}/neighbour-notices/${id}`
      const { version } = z
        .object({ version: z.int() })
        .parse(await (await (await loop.as('ent01')).get(path)).json())
      const issued = await (
        await loop.as('ent01')
      ).post(`${path}/events`, { type: 'issue', version })
      expect(issued.status, await issued.clone().text()).toBe(200)
      const answer = await (await loop.as('ent02')).get('/api/received-notices?signed=false')
      return (await bodyOf(answer, Copies)).items[0]?.id ?? ''
    },
    waits: [{ who: 'ent02', inbox: 'notice-sign', bell: 'notice-received' }],
  },
]
