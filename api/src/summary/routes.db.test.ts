import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HAZARDS } from '../db/test-fixture-hazards.ts'
import {
  CANAL_TOWN,
  CANAL_VILLAGE,
  GRID,
  NORTH_TOWN,
  NOW,
  TODAY,
} from '../db/test-fixture-places.ts'
import { OPEN_HAZARD_STATUSES } from '../domain/hazard.ts'
import { isOverdue } from '../domain/overdue.ts'
import { testApp } from '../test-app.ts'
import { Summary } from './schema.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

/** Enterprises, risk points, hazards. */
async function totals(query: string): Promise<number[]> {
  const { enterprises, riskPoints, hazards } = await app.read(
    `/api/summary${query}`,
    Summary.strict(),
  )
  return [enterprises.total, riskPoints.total, hazards.total]
}

describe('GET /api/summary', () => {
  it('counts everything', async () => {
    const summary = await app.read('/api/summary', Summary.strict())
    expect(summary.asOf).toBe(NOW.toISOString())
    expect(summary.enterprises).toEqual({
      total: 7,
      byKind: { general: 4, 'high-risk-plant': 1, 'incineration-power': 1, 'public-area': 1 },
      byLevel: { 1: 1, 2: 2, 3: 0, 4: 2, unassessed: 2 },
    })
    expect(summary.riskPoints).toEqual({
      total: 10,
      byLevel: { 1: 1, 2: 2, 3: 2, 4: 3, unassessed: 2 },
      byAccidentType: { 3: 1, 5: 2, 6: 1, 7: 1, 8: 2, 16: 2, none: 1 },
    })
    const open = HAZARDS.filter((one) =>
      OPEN_HAZARD_STATUSES.some((status) => status === one.status),
    )
    expect(summary.hazards).toMatchObject({
      total: HAZARDS.length,
      open: open.length,
      overdue: HAZARDS.filter((one) => isOverdue(one, TODAY)).length,
      majorOpen: 1,
      byStatus: { reported: 4, rectifying: 6, closed: 5, void: 4 },
    })
  })

  it('counts by town, those with nothing included', async () => {
    const { towns } = await app.read('/api/summary', Summary)
    expect(towns).toEqual([
      {
        code: CANAL_TOWN,
        name: '运河街道',
        enterprises: 4,
        riskPoints: 8,
        byLevel: { 1: 1, 2: 1, 3: 1, 4: 3, unassessed: 2 },
        openHazards: 25,
        overdueHazards: 7,
      },
      {
        code: NORTH_TOWN,
        name: '泥沟镇',
        enterprises: 3,
        riskPoints: 2,
        byLevel: { 1: 0, 2: 1, 3: 1, 4: 0, unassessed: 0 },
        openHazards: 1,
        overdueHazards: 1,
      },
    ])
    const {
      towns: [, north],
    } = await app.read(`/api/summary?areaCode=${CANAL_TOWN}`, Summary)
    expect(north).toEqual({
      code: NORTH_TOWN,
      name: '泥沟镇',
      enterprises: 0,
      riskPoints: 0,
      byLevel: { 1: 0, 2: 0, 3: 0, 4: 0, unassessed: 0 },
      openHazards: 0,
      overdueHazards: 0,
    })
  })

  it.each([
    // Facets of the enterprise narrow what belongs to it.
    ['?kind=general', [4, 3, 2]],
    ['?industryCode=2221', [4, 3, 2]],
    [`?gridId=${GRID.west}`, [2, 6, 37]],
    [`?areaCode=${NORTH_TOWN}`, [3, 2, 1]],
    [`?areaCode=${CANAL_VILLAGE}`, [2, 5, 37]],
    ['?q=yzy', [1, 2, 1]],
    // Each layer by the facets it has, the others stay whole.
    ['?riskLevel=2', [2, 2, 39]],
    ['?riskLevel=4,unassessed', [4, 5, 39]],
    ['?accidentType=16', [7, 2, 39]],
    ['?accidentType=16,5', [7, 4, 39]],
    ['?hazardStatus=closed', [7, 10, 5]],
    ['?grade=major', [7, 10, 1]],
    ['?overdue=true', [7, 10, 8]],
    ['?bbox=117.6,34.6,117.7,34.7', [3, 2, 1]],
    [
      `?kind=general,high-risk-plant&areaCode=${CANAL_TOWN}&gridId=${GRID.west}&riskLevel=1,2&accidentType=16,3&hazardStatus=rectifying&overdue=true&grade=general`,
      [2, 2, 2],
    ],
  ])('narrows each layer by the facets it has: %s', async (query, expected) => {
    expect(await totals(query)).toEqual(expected)
  })

  it.each([
    'kind=x',
    'industryCode=x',
    'riskLevel=9',
    'gridId=x',
    'areaCode=x',
    'accidentType=21',
    'accidentType=0',
    'hazardStatus=x',
    'status=closed',
    'grade=x',
    'overdue=x',
    'q=',
    'bbox=x',
    'limit=1',
  ])('refuses ?%s and names it', async (query) => {
    expect(await app.wrongFields(`/api/summary?${query}`)).toEqual([query.split('=')[0]])
  })
})
