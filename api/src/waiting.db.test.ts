import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { appointmentIdOf, userIdOf } from './db/test-fixture-accounts.ts'
import { GRID } from './db/test-fixture-places.ts'
import { Batch } from './disclosure/schema.ts'
import { BATCH_STATUS_CODES } from './domain/disclosure-batch.ts'
import { HAZARD_STATUS_CODES } from './domain/hazard.ts'
import { INSPECTION_TASK_STATUS_CODES } from './domain/inspection-task.ts'
import { NOTICE_STATUS_CODES, RECEIPT_STATE_CODES } from './domain/neighbour-notice.ts'
import { PATROL_STATE_CODES } from './domain/patrol.ts'
import { CONCERN_STATUS_CODES } from './domain/public-concern.ts'
import { ROLE_CODES } from './domain/role.ts'
import { SIGN_OFF_STATE_CODES } from './domain/sign-off.ts'
import { ORDER_STATUS_CODES } from './domain/supervision-order.ts'
import { testDeps } from './test-deps.ts'
import { type Actor } from './test-loop.ts'
import { bodyOf, visit } from './test-visitor.ts'
import { loop, clerk, openStage, closeStage, waiting, told, nextRound } from './test-waiting.ts'
import { HAZARD_STATES } from './test-waiting-hazards.ts'
import {
  ORDER_STATES,
  BATCH_STATES,
  OTHER_STATES,
  issue,
  onOrder,
  onBatch,
  openBatch,
} from './test-waiting-others.ts'

/*
 * Every state of every act that waits for somebody, reached by the acts themselves: it is in the inbox of whoever it
 * waits for, and the bell has told them. States that wait for nobody are named, so that a new one is missed by a test.
 */

/** The states of every act: those that wait for somebody have an entry in the tables, the others wait for nobody. */
const STATES = {
  hazard: { all: HAZARD_STATUS_CODES, nobody: ['closed', 'void'] },
  order: { all: ORDER_STATUS_CODES, nobody: ['accepted', 'withdrawn'] },
  batch: { all: BATCH_STATUS_CODES, nobody: ['published', 'discarded'] },
  'sign-off': { all: SIGN_OFF_STATE_CODES, nobody: ['approved', 'refused', 'withdrawn'] },
  concern: { all: CONCERN_STATUS_CODES, nobody: ['accepted', 'declined'] },
  notice: { all: NOTICE_STATUS_CODES, nobody: ['issued', 'superseded', 'withdrawn'] },
  // A receipt that is late waits as before, and its holder is reminded.
  receipt: { all: RECEIPT_STATE_CODES, nobody: ['not-told', 'late', 'signed'] },
} as const satisfies Readonly<
  Record<string, { readonly all: readonly string[]; readonly nobody: readonly string[] }>
>
const TABLE = [...HAZARD_STATES, ...ORDER_STATES, ...BATCH_STATES, ...OTHER_STATES]

beforeAll(openStage)
afterAll(closeStage)

describe('what waits for somebody', () => {
  it('is every state of every act but those that wait for nobody', () => {
    for (const [act, { all, nobody }] of Object.entries(STATES)) {
      const entered = TABLE.filter((entry) => entry.act === act).map(({ state }) => state)
      expect([act, [...new Set([...entered, ...nobody])].toSorted()]).toEqual([act, all.toSorted()])
    }
  })

  it.each(TABLE)(
    '$act $state, by $by: in the inbox and at the bell',
    async ({ arrange, waits }) => {
      const id = await arrange()
      for (const { who, inbox, bell } of waits) {
        expect([who, await waiting(who, inbox)]).toEqual([who, expect.arrayContaining([id])])
        expect([who, await told(who)]).toEqual([who, expect.arrayContaining([`${bell} ${id}`])])
      }
    },
  )
})

describe('what becomes of it', () => {
  it('tells the author that a batch was published', async () => {
    const submitted = await onBatch(clerk, await openBatch(), { act: 'submit' })
    const batch = await onBatch(await loop.as('bureau'), submitted, {
      act: 'approve',
      outsideReason: '首次公布',
    })
    expect(await told('clerk')).toContain(`batch-published ${batch.id}`)
  })

  it('tells the author that somebody discarded a batch', async () => {
    const second = await bodyOf(
      await clerk.post('/api/disclosure/batches', { kind: 'correction' }),
      Batch,
      201,
    )
    await onBatch(await loop.as('bureau'), second, { act: 'discard' })
    expect(await told('clerk')).toContain(`batch-discarded ${second.id}`)
  })

  it('tells the enterprise that an order was withdrawn', async () => {
    const order = await onOrder('bureau', await issue(), { type: 'withdraw', text: '发错了' })
    expect(await told('ent01')).toContain(`order-withdrawn ${order.id}`)
  })

  it('tells a successor that a post was handed over', async () => {
    const admin = await loop.as('admin')
    const answer = await admin.post(`/api/appointments/${appointmentIdOf('grid02')}/handover`, {
      successorUserId: userIdOf('grid01'),
      reason: '岗位调整',
    })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const kinds = (await told('grid01')).map((line) => line.split(' ')[0])
    expect(kinds).toContain('post-taken')
  })
})

describe('what falls due by the calendar', () => {
  beforeAll(nextRound)

  it('knows the states: they are derived from days', () => {
    expect(INSPECTION_TASK_STATUS_CODES).toEqual([
      'due',
      'in-progress',
      'overdue',
      'done',
      'missed',
    ])
    expect(PATROL_STATE_CODES.toSorted()).toEqual(['done', 'due', 'later', 'overdue'])
  })

  it('an inspection waits for the enterprise', async () => {
    expect((await waiting('ent01', 'inspection')).length).toBeGreaterThan(0)
    const kinds = (await told('ent01')).map((line) => line.split(' ')[0])
    expect(kinds).toContain('inspection-due')
  })

  it('a visit waits for whoever patrols the grid', async () => {
    expect((await waiting('grid01', 'patrol')).length).toBeGreaterThan(0)
    expect(await told('grid01')).toContain(`patrol-due ${GRID.north}`)
  })
})

it.each(ROLE_CODES)('a %s has an inbox', async (role) => {
  const who = { grid: 'grid01', enterprise: 'ent01' } as const
  const name: Actor = role === 'grid' || role === 'enterprise' ? who[role] : role
  const visitor = visit(createApp({ ...testDeps(loop.database), now: () => loop.clock.now }))
  expect((await visitor.signIn(name)).status).toBe(200)
  expect((await visitor.get('/api/inbox')).status).toBe(200)
})
