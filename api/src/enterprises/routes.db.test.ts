import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  CANAL_TOWN,
  CANAL_VILLAGE,
  enterpriseId,
  GRID,
  NORTH_TOWN,
  pointAt,
} from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'
import { Enterprise, EnterpriseItem } from './schema.ts'

const Page = z.strictObject({
  items: z.array(EnterpriseItem.strict()),
  nextCursor: z.string().nullable(),
})
const EVERY = [1, 2, 5, 4, 3, 6, 7]

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

async function numbers(query: string): Promise<number[]> {
  const { items } = await app.read(`/api/enterprises${query}`, Page)
  return items.map((item) => Number(item.id.slice(-2)))
}

describe('GET /api/enterprises', () => {
  it('lists the most dangerous first, then by initials, the unassessed last', async () => {
    const { items, nextCursor } = await app.read('/api/enterprises', Page)
    expect(items.map((item) => item.riskLevel)).toEqual([1, 2, 2, 4, 4, null, null])
    expect(items[0]).toMatchObject({
      id: enterpriseId(1),
      name: '甲化工有限公司',
      townCode: CANAL_TOWN,
      gridId: GRID.west,
      isDemo: false,
    })
    expect(items[0]?.location.coordinates[0]).toBeCloseTo(117.73, 6)
    expect(items[0]?.location.coordinates[1]).toBeCloseTo(34.56, 6)
    expect(nextCursor).toBeNull()
  })

  it.each([
    ['?q=机械', [6, 7]],
    ['?q=lng', [3]],
    ['?q=LNG', [3]],
    ['?q=JJX', [6, 7]],
    ['?q=000001x', [1]],
    ['?q=100%25', [4]],
    ['?q=_', [4]],
    ['?q=%5C', []],
    ['?kind=public-area', [4]],
    ['?kind=public-area,incineration-power', [5, 4]],
    ['?riskLevel=2', [5, 2]],
    ['?riskLevel=1,2', [1, 5, 2]],
    ['?riskLevel=unassessed', [6, 7]],
    ['?riskLevel=1,unassessed', [1, 6, 7]],
    [`?gridId=${GRID.north}`, [3, 4]],
    [`?gridId=${GRID.north},${GRID.plant}`, [5, 3, 4, 6, 7]],
    ['?areaCode=370405', [1, 5, 2, 3, 4, 6, 7]],
    ['?areaCode=370406', []],
    [`?areaCode=${NORTH_TOWN}`, [5, 6, 7]],
    [`?areaCode=${CANAL_VILLAGE}`, [1, 3]],
    [`?areaCode=${CANAL_VILLAGE},${NORTH_TOWN}`, [1, 5, 3, 6, 7]],
    ['?industryCode=2221', [2, 3, 6, 7]],
    ['?industryCode=2221,2614&kind=public-area', [4]],
    ['?industryCode=9999', []],
    ['?bbox=117.72,34.55,117.74,34.57', [1, 2, 3]],
    [
      `?q=gyxgs&kind=general&riskLevel=2&gridId=${GRID.west}&areaCode=${CANAL_TOWN}&bbox=117.72,34.55,117.74,34.57`,
      [],
    ],
    [
      `?q=yxgs&kind=general&riskLevel=2&gridId=${GRID.west}&areaCode=${CANAL_TOWN}&bbox=117.72,34.55,117.74,34.57`,
      [2],
    ],
  ])('filters by %s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected)
  })

  it.each([1, 2, 3, 7, 200])(
    'visits every enterprise exactly once in pages of %i',
    async (limit) => {
      const seen: number[] = []
      let cursor: string | null = ''
      for (let page = 0; cursor !== null; page += 1) {
        const answer: z.output<typeof Page> = await app.read(
          `/api/enterprises?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
          Page,
        )
        expect(answer.items.length).toBeLessThanOrEqual(limit)
        seen.push(...answer.items.map((item) => Number(item.id.slice(-2))))
        cursor = answer.nextCursor
      }
      expect(seen).toEqual(await numbers(''))
      expect([...seen].sort()).toEqual([...EVERY].sort())
    },
  )

  it.each([
    'q=',
    'q=%20',
    `q=${'x'.repeat(61)}`,
    'kind=factory',
    'industryCode=paper',
    'kind=',
    'kind=general,',
    'riskLevel=0',
    'riskLevel=5',
    'riskLevel=1,x',
    'gridId=1',
    'areaCode=3704',
    'areaCode=37040500',
    "areaCode=370405'--",
    'bbox=1,2,3',
    'bbox=117,34,116,35',
    'bbox=117,34,181,35',
    'bbox=a,b,c,d',
    'limit=0',
    'limit=201',
    'limit=ten',
    'limit=1.5',
    'limit=',
    'cursor=abc',
    'cursor=',
    'unknown=1',
    'kind=general&kind=public-area',
  ])('refuses ?%s and names the parameter', async (query) => {
    expect(await app.wrongFields(`/api/enterprises?${query}`)).toEqual([query.split('=')[0]])
  })

  it('names all that is wrong and what was expected', async () => {
    const { errors = [], detail } = await app.refusal('/api/enterprises?limit=0&kind=x', 400)
    expect(
      errors.map(({ field, expected }) => [
        field,
        expected?.includes(field === 'limit' ? '1 to 200' : 'high-risk-plant'),
      ]),
    ).toEqual([
      ['kind', true],
      ['limit', true],
    ])
    expect(detail).toContain('kind')
  })

  it('refuses a cursor that was edited or belongs to another list', async () => {
    const { nextCursor } = await app.read('/api/enterprises?limit=1', Page)
    const cursor = nextCursor ?? ''
    for (const at of [0, 5, 12, cursor.length - 3]) {
      const edited = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`
      expect(await app.wrongFields(`/api/enterprises?cursor=${edited}`)).toEqual(['cursor'])
    }
    expect(await app.wrongFields(`/api/hazards?cursor=${cursor}`)).toEqual(['cursor'])
  })
})

describe('GET /api/enterprises/{id}', () => {
  it('has its town, grid with the chief in office, office and counts', async () => {
    const found = await app.read(`/api/enterprises/${enterpriseId(1)}`, Enterprise.strict())
    expect(found).toMatchObject({
      name: '甲化工有限公司',
      activity: '生产',
      employees: 12,
      sourceDatum: 'gcj02',
      majorHazardLevel: null,
      town: { code: CANAL_TOWN, name: '运河街道' },
      area: { code: CANAL_VILLAGE, name: '文化社区' },
      grid: { id: GRID.west, name: '运河一网格', chief: '张三' },
      office: { name: '安全生产科', phone: '0632-6611111' },
      riskPoints: { 1: 1, 2: 0, 3: 1, 4: 0, unassessed: 2, total: 4 },
      hazards: {
        byStatus: { reported: 4, closed: 4, void: 4 },
        open: 24,
        overdue: 6,
        majorOpen: 0,
      },
    })
    expect(found.location).toEqual(pointAt(0, 0))
  })

  it('says null where nobody is chief, and zero where nothing was found', async () => {
    expect(
      (await app.read(`/api/enterprises/${enterpriseId(4)}`, Enterprise)).grid.chief,
    ).toBeNull()
    const quiet = await app.read(`/api/enterprises/${enterpriseId(6)}`, Enterprise)
    expect(quiet.riskPoints.total).toBe(0)
    expect(Object.values(quiet.hazards.byStatus)).toEqual(Array.from({ length: 9 }, () => 0))
    expect(quiet.grid.chief).toBe('今日上任')
  })

  it('is 404 for an unknown id and 400 for what is no id', async () => {
    expect((await app.refusal(`/api/enterprises/${enterpriseId(99)}`, 404)).type).toContain(
      'enterprise-not-found',
    )
    expect(await app.wrongFields('/api/enterprises/abc')).toEqual(['id'])
  })
})
