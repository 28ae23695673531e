import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId, GRID, OFFICE } from '../db/test-fixture-places.ts'
import type { Scope } from '../db/scope.ts'
import { INBOX_GROUPS, inboxOf, INBOX_KIND_CODES } from '../domain/inbox.ts'
import { ROLE_CODES } from '../domain/role.ts'
import { testApp } from '../test-app.ts'
import { Inbox } from './schema.ts'

const List = z.object({ items: z.array(z.object({ id: z.string() })) })

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

const READERS: readonly (readonly [string, Scope])[] = [
  ['a grid', { audience: 'grid', gridIds: [GRID.north] }],
  ['an enterprise', { audience: 'enterprise', enterpriseId: enterpriseId(1) }],
]

describe('GET /api/inbox', () => {
  it.each(READERS)('counts for %s what the lists behind it show', async (_who, scope) => {
    const { groups } = await app.read('/api/inbox?items=20', Inbox, scope)
    expect(groups.length).toBeGreaterThan(2)
    for (const { kind, count, hazards, orders } of groups) {
      const { of, query } = INBOX_GROUPS[kind]
      if (of !== 'hazard' && of !== 'order') continue
      const path = of === 'hazard' ? '/api/hazards' : '/api/supervision-orders'
      const { items } = await app.read(
        `${path}?limit=200&${new URLSearchParams(query).toString()}`,
        List,
        scope,
      )
      expect([kind, count]).toEqual([kind, items.length])
      const shown = of === 'hazard' ? hazards : orders
      expect(shown.length).toBe(Math.min(20, count))
      expect(shown.every(({ id }) => items.some((item) => item.id === id))).toBe(true)
    }
  })

  it('shows the first of each group by deadline', async () => {
    const { groups } = await app.read('/api/inbox?items=4', Inbox, {
      audience: 'enterprise',
      enterpriseId: enterpriseId(1),
    })
    const deadlines = groups
      .find(({ kind }) => kind === 'rectify')
      ?.hazards.map(({ deadline }) => deadline)
    expect(deadlines).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', null])
    expect(
      (
        await app.read('/api/inbox?items=0', Inbox, {
          audience: 'enterprise',
          enterpriseId: enterpriseId(1),
        })
      ).groups.every(({ hazards }) => hazards.length === 0),
    ).toBe(true)
  })

  it('leaves to other offices what is theirs', async () => {
    const asBureau = (officeId: string) =>
      app.read('/api/inbox', Inbox, { audience: 'wide', officeId })
    const [safety, energy] = [await asBureau(OFFICE.safety), await asBureau(OFFICE.energy)]
    const overdue = (inbox: z.output<typeof Inbox>) =>
      inbox.groups.find(({ kind }) => kind === 'overdue')
    expect(energy.officeId).toBe(OFFICE.energy)
    expect(overdue(energy)).toMatchObject({
      count: 1,
      hazards: [{ enterpriseId: enterpriseId(5) }],
    })
    expect(overdue(safety)?.hazards.map((hazard) => hazard.enterpriseId)).not.toContain(
      enterpriseId(5),
    )
  })
})

describe('the groups', () => {
  it('are somebody’s each, and name a list', () => {
    for (const kind of INBOX_KIND_CODES)
      expect(ROLE_CODES.filter((role) => inboxOf(role).includes(kind))).toEqual(
        expect.arrayContaining([...INBOX_GROUPS[kind].roles]),
      )
    expect(inboxOf('leader')).toEqual(['sign-off'])
    expect(inboxOf('admin')).toEqual([])
  })
})
