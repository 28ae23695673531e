import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId, idOf } from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'
import { RiskPoint } from './schema.ts'

const Page = z.strictObject({
  items: z.array(RiskPoint.strict()),
  nextCursor: z.string().nullable(),
})

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

const LIST = `/api/enterprises/${enterpriseId(1)}/risk-points`

describe('GET /api/enterprises/{id}/risk-points', () => {
  it('lists them by number with levels that follow the assessments', async () => {
    const { items, nextCursor } = await app.read(LIST, Page)
    expect(items.map(({ no, level, accidentType }) => [no, level, accidentType])).toEqual([
      [1, 1, 16],
      [2, 3, 5],
      [3, null, 8],
      [4, null, null],
    ])
    expect(nextCursor).toBeNull()
    expect(items[0]?.extent?.type).toBe('Polygon')
    expect(items[1]?.extent).toBeNull()
  })

  it('carries sources, assessments, measures and responsibilities', async () => {
    const {
      items: [, second],
    } = await app.read(LIST, Page)
    expect(second?.sources).toEqual([
      {
        id: idOf('c', 2),
        description: '危险源',
        factor: 'object',
        riskCategory: null,
        accidentType: 5,
        occupationalFactor: null,
        level: 3,
        assessments: [
          {
            id: idOf('d', 2),
            stage: 'inherent',
            method: 'LEC',
            inputs: { l: 3, e: 6, c: 7 },
            score: '126',
            level: 3,
            raisedFrom: null,
            profileId: 'lec-classic',
            profileVersion: 1,
            directCriterion: null,
            assessor: '评价员',
            assessedOn: '2026-03-01',
            reason: null,
          },
        ],
        measures: [
          {
            id: idOf('3', 2),
            category: 'institutional',
            controlLevel: 'workshop',
            content: '巡检',
            status: 'effective',
            verifiedOn: null,
          },
          {
            id: idOf('3', 3),
            category: 'training',
            controlLevel: 'team',
            content: '培训',
            status: 'failed',
            verifiedOn: null,
          },
          {
            id: idOf('3', 1),
            category: 'engineering',
            controlLevel: 'post',
            content: '安全阀',
            status: 'effective',
            verifiedOn: '2026-05-01',
          },
        ],
      },
    ])
  })

  it('masks mobile numbers', async () => {
    const {
      items: [, second],
    } = await app.read(LIST, Page)
    expect(
      second?.responsibilities.map(({ controlLevel, person, mobile }) => [
        controlLevel,
        person,
        mobile,
      ]),
    ).toEqual([
      ['workshop', '赵六', '139****5678'],
      ['team', '钱七', null],
      ['post', '王五', '138****1234'],
    ])
    expect(await (await app.get(LIST)).text()).not.toContain('13800001234')
  })

  it('says what each point lacks', async () => {
    const { items } = await app.read(LIST, Page)
    // A yellow point needs workshop, team and post; the team’s measure has failed and its person has no number.
    expect(items[1]?.missing).toEqual([
      { item: 'mobile', controlLevel: 'team', person: '钱七' },
      { item: 'measure', controlLevel: 'team' },
    ])
    expect(items[2]?.missing).toEqual([{ item: 'assessment', controlLevel: null }])
    expect(items[0]?.missing).toHaveLength(12)
  })

  it('visits every point exactly once', async () => {
    const first = await app.read(`${LIST}?limit=3`, Page)
    const second = await app.read(`${LIST}?limit=3&cursor=${first.nextCursor}`, Page)
    expect([...first.items, ...second.items].map((item) => item.no)).toEqual([1, 2, 3, 4])
    expect(second.nextCursor).toBeNull()
  })

  it('is empty without points, 404 for an unknown enterprise, 400 for a bad parameter', async () => {
    expect((await app.read(`/api/enterprises/${enterpriseId(6)}/risk-points`, Page)).items).toEqual(
      [],
    )
    await app.refusal(`/api/enterprises/${enterpriseId(99)}/risk-points`, 404)
    expect(await app.wrongFields(`${LIST}?limit=0`)).toEqual(['limit'])
    expect(await app.wrongFields(`${LIST}?cursor=x`)).toEqual(['cursor'])
    expect(await app.wrongFields('/api/enterprises/1/risk-points')).toEqual(['id'])
  })
})

describe('POST /api/risk-assessments/preview', () => {
  const preview = (body: unknown) =>
    app.get('/api/risk-assessments/preview', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    })

  it.each([
    [
      { method: 'LEC', l: 10, e: 6, c: 15 },
      { score: '900', level: 1 },
    ],
    [
      { method: 'LEC', l: 0.1, e: 0.5, c: 1 },
      { score: '0.05', level: 4 },
    ],
    [
      { method: 'LEC', l: 10, e: 1, c: 7 },
      { score: '70', level: 3 },
    ],
    [
      { method: 'LS', l: 4, s: 5 },
      { score: '20', level: 1 },
    ],
    [
      { method: 'LS', l: 3, s: 5 },
      { score: '15', level: 2 },
    ],
  ])('grades %o', async (input, expected) => {
    const response = await preview(input)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject(expected)
  })

  it.each([
    [{ method: 'LEC', l: 11, e: 6, c: 15 }, 'l'],
    [{ method: 'LEC', l: 10, e: 6, c: 16 }, 'c'],
    [{ method: 'LS', l: 6, s: 1 }, 'l'],
    [{ method: 'LS', l: '4', s: 1 }, 'l'],
    [{ method: 'LEC', l: 10, e: 6 }, 'c'],
    [{ method: 'LS', l: 1, s: 1, c: 1 }, 'c'],
    [{ method: 'HAZOP' }, 'method'],
    [{ method: 'LS', l: 1, s: 1, profileId: 'none' }, 'profileId'],
  ])('refuses %o and names %s', async (input, field) => {
    const response = await preview(input)
    expect(response.status).toBe(400)
    const { errors = [] } = z
      .object({ errors: z.array(z.object({ field: z.string() })).optional() })
      .parse(await response.json())
    expect(errors.map((error) => error.field)).toContain(field)
  })

  it('answers to a body that is no JSON with a problem', async () => {
    const response = await app.get('/api/risk-assessments/preview', {
      method: 'POST',
      body: '{',
      headers: { 'Content-Type': 'application/json' },
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json',
    ])
  })
})
