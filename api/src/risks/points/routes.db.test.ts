import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId, idOf } from '../../db/test-fixture-places.ts'
import { RiskPoint, RiskPointDetail } from '../schema.ts'
import { ENERGY, FIRST, pointsOf, riskWork, SAFETY, SECOND, TANK } from '../test-work.ts'

let work: Awaited<ReturnType<typeof riskWork>>
beforeAll(async () => {
  work = await riskWork()
})
afterAll(() => work.app.database.close())

const OWN = pointsOf(1)

describe('a new risk point', () => {
  it('comes with its sources, assessments, measures and responsible people in one go', async () => {
    const point = await work.point('POST', OWN, {
      ...TANK,
      sources: [
        {
          description: '法兰密封失效',
          factor: 'object',
          accidentType: 19,
          assessments: [
            { stage: 'inherent', method: 'LEC', l: 6, e: 6, c: 15 },
            { stage: 'residual', method: 'LEC', l: 3, e: 3, c: 15 },
          ],
          measures: [{ category: 'engineering', controlLevel: 'post', content: '围堰' }],
        },
      ],
      responsibilities: [
        { controlLevel: 'post', department: '制冷班', person: '孙某', mobile: '13812345678' },
      ],
    })
    expect(point).toMatchObject({
      no: 5,
      code: 'FX-005',
      name: '液氨储罐',
      level: 3,
      accidentType: 19,
      version: 1,
      publicDomain: false,
      extent: null,
      sources: [
        {
          level: 3,
          assessments: [
            {
              stage: 'residual',
              score: '135',
              level: 3,
              assessor: '周安全',
              assessedOn: '2026-11-24',
            },
            { stage: 'inherent', score: '540', level: 1 },
          ],
        },
      ],
      responsibilities: [{ person: '孙某', mobile: '138****5678' }],
    })
    expect(point.missing.length).toBeGreaterThan(0)
  })

  it('is written once, however often it is sent', async () => {
    const sent = { ...TANK, id: idOf('7', 1), code: 'ONCE' }
    expect((await work.send('POST', OWN, sent)).status).toBe(201)
    const again = await work.send('POST', OWN, { ...sent, name: '另一个名字' })
    expect([again.status, RiskPoint.parse(await again.json()).name]).toEqual([200, '液氨储罐'])
  })

  it('is converted from the datum it was given in', async () => {
    const { location } = await work.point('POST', OWN, { ...TANK, datum: 'gcj02' })
    const [lon, lat] = location.coordinates
    expect(Math.abs((lon ?? 0) - TANK.location.coordinates[0])).toBeGreaterThan(0.003)
    expect(Math.abs((lat ?? 0) - TANK.location.coordinates[1])).toBeLessThan(0.01)
  })

  it('takes the next code that is free', async () => {
    const first = await work.point('POST', OWN, TANK)
    await work.point('POST', OWN, { ...TANK, code: `FX-${String(first.no + 2).padStart(3, '0')}` })
    const third = await work.point('POST', OWN, TANK)
    expect([third.no - first.no, third.code]).toEqual([
      2,
      `FX-${String(third.no + 1).padStart(3, '0')}`,
    ])
  })

  it.each<[string, Record<string, unknown>, number, string[]]>([
    ['no name', { name: '  ' }, 400, ['name']],
    ['an unknown type', { type: 'house' }, 400, ['type']],
    ['a field too many', { level: 4 }, 400, ['level']],
    [
      'null island',
      { location: { type: 'Point', coordinates: [0, 0] } },
      400,
      ['location.coordinates'],
    ],
    [
      'a place in another province',
      { location: { type: 'Point', coordinates: [116.4, 39.9] } },
      422,
      ['location'],
    ],
    [
      'an outline that is open',
      {
        extent: {
          type: 'Polygon',
          coordinates: [
            [
              [117.73, 34.56],
              [117.731, 34.56],
              [117.731, 34.561],
              [117.73, 34.561],
            ],
          ],
        },
      },
      400,
      ['extent.coordinates.0'],
    ],
    [
      'an outline that crosses itself',
      {
        extent: {
          type: 'Polygon',
          coordinates: [
            [
              [117.73, 34.56],
              [117.731, 34.561],
              [117.731, 34.56],
              [117.73, 34.561],
              [117.73, 34.56],
            ],
          ],
        },
      },
      422,
      ['extent'],
    ],
    ['a code that is taken', { code: 'R1' }, 409, ['code']],
    [
      'a value outside the table',
      {
        sources: [
          {
            description: '危险',
            factor: 'object',
            accidentType: 1,
            assessments: [{ stage: 'inherent', method: 'LEC', l: 7, e: 6, c: 15 }],
          },
        ],
      },
      400,
      ['sources.0.assessments.0.l'],
    ],
    [
      'an assessment of tomorrow',
      {
        sources: [
          {
            description: '危险',
            factor: 'object',
            accidentType: 1,
            assessments: [
              { stage: 'inherent', method: 'LS', l: 5, s: 5, assessedOn: '2026-11-25' },
            ],
          },
        ],
      },
      422,
      ['sources.0.assessments.0.assessedOn'],
    ],
    [
      'two assessments of a stage',
      {
        sources: [
          {
            description: '危险',
            factor: 'object',
            accidentType: 1,
            assessments: [
              { stage: 'inherent', method: 'LS', l: 5, s: 5 },
              { stage: 'inherent', method: 'LS', l: 4, s: 5 },
            ],
          },
        ],
      },
      400,
      ['sources.0.assessments'],
    ],
    [
      'a source id that is taken',
      { sources: [{ id: idOf('c', 1), description: '危险', factor: 'object', accidentType: 1 }] },
      409,
      ['id'],
    ],
  ])(
    'with %s is refused by field, and nothing is written',
    async (_what, change, status, fields) => {
      const count = async () =>
        (await work.app.read(`${OWN}?limit=200`, z.object({ items: z.array(z.unknown()) }))).items
          .length
      const before = await count()
      expect(await work.refused('POST', OWN, { ...TANK, ...change })).toMatchObject({
        status,
        fields,
      })
      expect(await count()).toBe(before)
      expect(work.app.failures).toEqual([])
    },
  )
})

describe('whose points they are', () => {
  it('decides who writes them', async () => {
    expect((await work.send('POST', pointsOf(2), TANK, SAFETY)).status).toBe(201)
    expect(await work.refused('POST', pointsOf(2), TANK, ENERGY)).toMatchObject({
      status: 403,
      type: 'other-office',
    })
    expect(await work.refused('POST', pointsOf(2), TANK, FIRST)).toMatchObject({
      status: 404,
      type: 'enterprise-not-found',
    })
    expect(
      await work.refused(
        'PATCH',
        `${pointsOf(1)}/${idOf('b', 1)}`,
        { version: 1, name: 'x' },
        SECOND,
      ),
    ).toMatchObject({ status: 404 })
    expect(
      await work.refused(
        'PATCH',
        `${pointsOf(2)}/${idOf('b', 1)}`,
        { version: 1, name: 'x' },
        SECOND,
      ),
    ).toMatchObject({ status: 404, type: 'risk-point-not-found' })
    expect(
      await work.refused('DELETE', `${pointsOf(1)}/${idOf('b', 1)}?version=1`, undefined, SECOND),
    ).toMatchObject({ status: 404 })
    expect((await work.send('POST', pointsOf(1), TANK, { audience: 'grid' })).status).toBe(403)
  })
})

describe('a change', () => {
  it('names the version it was made to; the second to come sees what stands', async () => {
    const { id, version } = await work.point('POST', OWN, TANK)
    const changed = await work.point('PATCH', `${OWN}/${id}`, {
      version,
      name: '液氨球罐',
      publicDomain: true,
    })
    expect(changed).toMatchObject({ version: version + 1, name: '液氨球罐', publicDomain: true })
    const late = await work.refused('PATCH', `${OWN}/${id}`, { version, name: '卧罐' })
    expect(late).toMatchObject({
      status: 409,
      type: 'risk-point-changed',
      fields: ['version'],
      problem: { current: { name: '液氨球罐', version: version + 1 } },
    })
    expect(
      await work.refused('DELETE', `${OWN}/${id}?version=${version}`, undefined),
    ).toMatchObject({ status: 409 })
    expect(await work.refused('DELETE', `${OWN}/${id}`, undefined)).toMatchObject({
      status: 400,
      fields: ['version'],
    })
    expect(
      (await work.send('DELETE', `${OWN}/${id}?version=${version + 1}`, undefined)).status,
    ).toBe(204)
    expect((await work.send('GET', `${OWN}/${id}`, undefined)).status).toBe(404)
  })

  it('draws an outline and takes it away', async () => {
    const { id } = await work.point('POST', OWN, TANK)
    const ring = [
      [117.73, 34.56],
      [117.731, 34.56],
      [117.731, 34.561],
      [117.73, 34.56],
    ]
    expect(
      (
        await work.point('PATCH', `${OWN}/${id}`, {
          version: 1,
          extent: { type: 'Polygon', coordinates: [ring] },
        })
      ).extent?.coordinates,
    ).toEqual([ring])
    expect(
      (await work.point('PATCH', `${OWN}/${id}`, { version: 2, extent: null })).extent,
    ).toBeNull()
  })

  it('of a point with hazards does not delete it', async () => {
    expect(
      await work.refused('DELETE', `${OWN}/${idOf('b', 1)}?version=1`, undefined),
    ).toMatchObject({ status: 409, type: 'risk-point-in-use' })
  })
})

describe('many changes at once', () => {
  it('are made all, or none with the rows that are wrong', async () => {
    const [a, b] = [
      await work.point('POST', OWN, { ...TANK, code: 'BULK-A' }),
      await work.point('POST', OWN, { ...TANK, code: 'BULK-B' }),
    ]
    const Answer = z.object({ items: z.array(RiskPoint) })
    const response = await work.send('PATCH', OWN, {
      changes: [
        { id: a.id, version: 1, name: '甲罐' },
        { id: b.id, version: 1, domain: 'pipeline', locationText: '南侧' },
      ],
    })
    expect(
      Answer.parse(await response.json()).items.map(({ name, domain, version }) => [
        name,
        domain,
        version,
      ]),
    ).toEqual([
      ['甲罐', 'equipment', 2],
      ['液氨储罐', 'pipeline', 2],
    ])

    const late = await work.refused('PATCH', OWN, {
      changes: [
        { id: a.id, version: 2, name: '乙罐' },
        { id: b.id, version: 1, name: '丙罐' },
        { id: idOf('7', 99), version: 1 },
      ],
    })
    expect(late).toMatchObject({
      status: 409,
      fields: ['changes.1.version', 'changes.2.id'],
      problem: {
        conflicts: [
          { row: 1, current: { version: 2 } },
          { row: 2, current: null },
        ],
      },
    })
    const wrong = await work.refused('PATCH', OWN, {
      changes: [
        { id: a.id, version: 2, name: '' },
        { id: b.id, version: 2, type: 'x', location: { type: 'Point', coordinates: [200, 1] } },
      ],
    })
    expect(wrong).toMatchObject({
      status: 400,
      fields: ['changes.0.name', 'changes.1.type', 'changes.1.location.coordinates.0'],
    })
    expect(
      await work.refused('PATCH', OWN, { changes: [{ id: a.id, version: 2, code: 'BULK-B' }] }),
    ).toMatchObject({ status: 409, fields: ['changes.0.code'] })
    expect(
      await work.refused('PATCH', OWN, {
        changes: [
          { id: a.id, version: 2 },
          { id: b.id, version: 2, location: { type: 'Point', coordinates: [116, 39] } },
        ],
      }),
    ).toMatchObject({ status: 422, fields: ['changes.1.location'] })
    const stands = await work.app.read(`${OWN}/${a.id}`, RiskPointDetail)
    expect([stands.name, stands.version]).toEqual(['甲罐', 2])
  })

  it('never reach another’s points', async () => {
    expect(
      await work.refused('PATCH', OWN, { changes: [{ id: idOf('b', 5), version: 1, name: 'x' }] }),
    ).toMatchObject({ status: 409, fields: ['changes.0.id'] })
    expect(
      await work.refused('PATCH', `/api/enterprises/${enterpriseId(2)}/risk-points`, {
        changes: [{ id: idOf('b', 5), version: 1, name: 'x' }],
      }),
    ).toMatchObject({ status: 404 })
  })
})
