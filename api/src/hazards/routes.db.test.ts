import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HAZARDS } from '../db/test-fixture-hazards.ts'
import {
  CANAL_TOWN,
  CANAL_VILLAGE,
  enterpriseId,
  GRID,
  idOf,
  NORTH_TOWN,
  TODAY,
} from '../db/test-fixture-places.ts'
import { isOverdue, overdueDays } from '../domain/overdue.ts'
import { testApp } from '../test-app.ts'
import { Hazard, HazardItem } from './schema.ts'

const Page = z.strictObject({
  items: z.array(HazardItem.strict()),
  nextCursor: z.string().nullable(),
})

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

async function numbers(query: string): Promise<number[]> {
  const { items } = await app.read(`/api/hazards?limit=200${query}`, Page)
  return items.map((item) => Number(item.id.slice(-2))).sort((a, b) => a - b)
}

function planted(choose: (hazard: (typeof HAZARDS)[number]) => boolean): number[] {
  return HAZARDS.flatMap((hazard, index) => (choose(hazard) ? [index + 1] : []))
}

describe('GET /api/hazards', () => {
  it('lists the newest first, with the names of enterprise and risk point', async () => {
    const { items } = await app.read('/api/hazards?limit=200', Page)
    expect(items).toHaveLength(HAZARDS.length)
    const times = items.map((item) => item.reportedAt)
    expect(times).toEqual([...times].sort().toReversed())
    const first = items.find((item) => item.id === idOf('9', 1))
    expect(first).toMatchObject({
      enterpriseName: '甲化工有限公司',
      riskPointName: '风险点1',
      status: 'reported',
      reportedAt: '2026-10-02T01:00:00+08:00',
      deadline: null,
      overdue: false,
      overdueDays: 0,
      townCode: CANAL_TOWN,
    })
  })

  it('decides overdue for every status and deadline as the rule does', async () => {
    const { items } = await app.read('/api/hazards?limit=200', Page)
    for (const item of items) {
      expect([item.status, item.deadline, item.overdue]).toEqual([
        item.status,
        item.deadline,
        isOverdue(item, TODAY),
      ])
      expect(item.overdueDays).toBe(overdueDays(item, TODAY))
    }
    expect(await numbers('&overdue=true')).toEqual(planted((hazard) => isOverdue(hazard, TODAY)))
    expect(await numbers('&overdue=false')).toEqual(planted((hazard) => !isOverdue(hazard, TODAY)))
    expect(planted((hazard) => isOverdue(hazard, TODAY))).toHaveLength(8)
  })

  it('filters one by one and together', async () => {
    expect(await numbers('&status=closed')).toEqual(planted((one) => one.status === 'closed'))
    expect(await numbers('&status=closed,in-review')).toEqual(
      planted((one) => one.status === 'closed' || one.status === 'in-review'),
    )
    expect(await numbers('&grade=major')).toEqual(planted((one) => one.grade === 'major'))
    expect(await numbers(`&enterpriseId=${enterpriseId(2)}`)).toEqual(
      planted((one) => one.enterprise === 2),
    )
    expect(await numbers(`&gridId=${GRID.north}`)).toEqual(planted((one) => one.enterprise === 3))
    expect(await numbers(`&areaCode=${NORTH_TOWN}`)).toEqual(planted((one) => one.enterprise === 5))
    expect(await numbers(`&areaCode=${CANAL_VILLAGE}`)).toEqual(
      planted((one) => one.enterprise === 1 || one.enterprise === 3),
    )
    expect(await numbers('&kind=incineration-power')).toEqual(
      planted((one) => one.enterprise === 5),
    )
    expect(await numbers('&q=yzy')).toEqual(planted((one) => one.enterprise === 2))
    expect(await numbers('&bbox=117.6,34.6,117.7,34.7')).toEqual(
      planted((one) => one.enterprise === 5),
    )
    expect(
      await numbers(
        `&status=rectifying&overdue=true&grade=general&areaCode=${CANAL_TOWN}&gridId=${GRID.west}`,
      ),
    ).toEqual(
      planted((one) => one.status === 'rectifying' && isOverdue(one, TODAY) && one.enterprise <= 2),
    )
  })

  it.each([1, 3, 4, 39, 200])('visits every hazard exactly once in pages of %i', async (limit) => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer: z.output<typeof Page> = await app.read(
        `/api/hazards?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        Page,
      )
      seen.push(...answer.items.map((item) => item.id))
      cursor = answer.nextCursor
    }
    const { items } = await app.read('/api/hazards?limit=200', Page)
    expect(seen).toEqual(items.map((item) => item.id))
  })

  it.each([
    'status=open',
    'status=',
    'grade=huge',
    'overdue=yes',
    'overdue=1',
    'enterpriseId=x',
    'gridId=x',
    'areaCode=x',
    'bbox=1',
    'limit=0',
    'cursor=x',
    'riskLevel=1',
  ])('refuses ?%s and names it', async (query) => {
    expect(await app.wrongFields(`/api/hazards?${query}`)).toEqual([query.split('=')[0]])
  })
})

describe('GET /api/enterprises/{enterpriseId}/hazards/{id}', () => {
  it('has the history in order', async () => {
    const found = await app.read(
      `/api/enterprises/${enterpriseId(1)}/hazards/${idOf('9', 1)}`,
      Hazard.strict(),
    )
    expect(
      found.events.map(({ evidence, ...event }) => ({
        ...event,
        evidence: evidence.map(({ name, part }) => `${part} ${name}`),
      })),
    ).toEqual([
      {
        seq: 1,
        type: 'report',
        fromStatus: null,
        toStatus: 'reported',
        actorName: '张三',
        actorRole: 'grid-member',
        actorPost: null,
        occurredAt: '2026-10-02T01:00:00+08:00',
        opinion: null,
        detail: {},
        evidence: ['evidence 照片1.jpg'],
      },
      {
        seq: 2,
        type: 'register',
        fromStatus: 'reported',
        toStatus: 'registered',
        actorName: '李四',
        actorRole: 'grid-member',
        actorPost: null,
        occurredAt: '2026-10-02T09:00:00+08:00',
        opinion: '属实',
        detail: {},
        evidence: [],
      },
    ])
    expect(found).toMatchObject({
      lastSeq: 2,
      actions: [],
      rectifier: null,
      supervisionListing: null,
      defaultDeadline: '2026-12-09',
    })
  })

  it('is 404 below another enterprise and for an unknown id', async () => {
    await app.refusal(`/api/enterprises/${enterpriseId(2)}/hazards/${idOf('9', 1)}`, 404)
    await app.refusal(`/api/enterprises/${enterpriseId(1)}/hazards/${idOf('9', 999)}`, 404)
    expect(await app.wrongFields('/api/enterprises/1/hazards/2')).toEqual(['enterpriseId', 'id'])
  })
})
