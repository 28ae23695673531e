import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRow } from '../db/rows.ts'
import { enterpriseId, idOf } from '../db/test-fixture-places.ts'
import { assess } from '../domain/assessment.ts'
import { LEC_CLASSIC } from '../domain/lec-profiles.ts'
import type { RiskLevel } from '../domain/risk-level.ts'
import { RiskPointDetail } from './schema.ts'
import { pointsOf, riskWork, TANK } from './test-work.ts'

let work: Awaited<ReturnType<typeof riskWork>>
beforeAll(async () => {
  work = await riskWork()
})
afterAll(() => work.app.database.close())

const SOURCE = { description: '泄漏', factor: 'object', accidentType: 19 } as const
/** Enterprise 6 has nothing but what these tests give it. */
const OWN = pointsOf(6)
const SIXTH = {
  audience: 'enterprise',
  enterpriseId: enterpriseId(6),
  actor: { id: idOf('0', 7), name: '周安全', role: 'enterprise' },
} as const

async function newPoint() {
  const point = await work.point(
    'POST',
    OWN,
    { ...TANK, location: { type: 'Point', coordinates: [117.65, 34.65] }, sources: [SOURCE] },
    SIXTH,
  )
  const [source] = point.sources
  if (source === undefined) throw new Error('no source')
  return { point, source, assessments: `${OWN}/${point.id}/sources/${source.id}/assessments` }
}

const Summary = z.object({
  enterprises: z.object({ byLevel: z.record(z.string(), z.number()) }),
  riskPoints: z.object({ byLevel: z.record(z.string(), z.number()) }),
})
const Levels = z.object({
  source: z.int().nullable(),
  point: z.int().nullable(),
  enterprise: z.int().nullable(),
  version: z.coerce.number(),
})

async function levels(pointId: string) {
  return work.app.database.asOwner((tx) =>
    queryRow(
      tx,
      Levels,
      sql`
    SELECT (SELECT min(level) FROM hazard_sources WHERE risk_point_id = p.id) AS source, p.level AS point, e.risk_level AS enterprise,
      (SELECT version FROM layer_versions WHERE layer = 'risk-points' AND grid_id = p.grid_id) AS version
    FROM risk_points p JOIN enterprises e ON e.id = p.enterprise_id WHERE p.id = ${pointId}`,
    ),
  )
}

describe('an assessment', () => {
  it('moves source, point, enterprise, summary and map together', async () => {
    const { point, assessments } = await newPoint()
    const before = await levels(point.id)
    const raised = await work.point(
      'POST',
      assessments,
      { stage: 'inherent', method: 'LEC', l: 10, e: 6, c: 15 },
      SIXTH,
    )
    expect(raised).toMatchObject({ level: 1, version: 2, sources: [{ level: 1 }] })
    const after = await levels(point.id)
    expect(after).toMatchObject({ source: 1, point: 1, enterprise: 1 })
    expect(after?.version).toBe((before?.version ?? 0) + 1)
    const summary = await work.app.read('/api/summary', Summary, SIXTH)
    expect([summary.enterprises.byLevel['1'], summary.riskPoints.byLevel['1']]).toEqual([1, 1])

    await work.point('POST', assessments, { stage: 'residual', method: 'LS', l: 1, s: 4 }, SIXTH)
    expect(await levels(point.id)).toMatchObject({ source: 4, point: 4, enterprise: 4 })
    await work.send('DELETE', `${OWN}/${point.id}?version=3`, undefined, SIXTH)
  })

  it('whatever is sent in whatever order, levels are those of the rule', async () => {
    const value = (table: readonly { readonly value: number }[]) =>
      fc.constantFrom(...table.map((row) => row.value))
    const one = fc.record({
      source: fc.nat(1),
      stage: fc.constantFrom('inherent', 'residual'),
      l: value(LEC_CLASSIC.l),
      e: value(LEC_CLASSIC.e),
      c: value(LEC_CLASSIC.c),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 5 }), async (sent) => {
        const { point, source } = await newPoint()
        const second = await work.point(
          'POST',
          `${OWN}/${point.id}/sources`,
          { ...SOURCE, description: '另一个' },
          SIXTH,
        )
        const sources = [source.id, second.sources.find(({ id }) => id !== source.id)?.id ?? '']
        const expected: Record<'inherent' | 'residual', RiskLevel | null>[] = [
          { inherent: null, residual: null },
          { inherent: null, residual: null },
        ]
        for (const { source: index, stage, l, e, c } of sent) {
          await work.point(
            'POST',
            `${OWN}/${point.id}/sources/${sources[index]}/assessments`,
            { stage, method: 'LEC', l, e, c },
            SIXTH,
          )
          const [mine] = expected.slice(index)
          if (mine !== undefined)
            mine[stage === 'inherent' ? 'inherent' : 'residual'] = assess({
              method: 'LEC',
              l,
              e,
              c,
            }).level
        }
        const worst = Math.min(
          ...expected.map(({ inherent, residual }) => residual ?? inherent ?? 9),
        )
        const stands = await levels(point.id)
        expect(stands).toMatchObject({ source: worst, point: worst, enterprise: worst })
        const { version } = await work.app.read(`${OWN}/${point.id}`, RiskPointDetail, SIXTH)
        expect(
          (await work.send('DELETE', `${OWN}/${point.id}?version=${version}`, undefined, SIXTH))
            .status,
        ).toBe(204)
      }),
      { numRuns: 8 },
    )
  })

  it('is raised by hand with a reason, and never lowered', async () => {
    const { assessments } = await newPoint()
    const input = { stage: 'inherent', method: 'LEC', l: 3, e: 6, c: 7 } as const
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<RiskLevel>(1, 2, 3, 4),
        fc.constantFrom('', '近期同类事故多发'),
        async (raisedLevel, reason) => {
          const body = { ...input, raisedLevel, ...(reason === '' ? {} : { reason }) }
          if (raisedLevel > 3) {
            expect(await work.refused('POST', assessments, body, SIXTH)).toMatchObject({
              status: 422,
              type: 'level-lowered',
              fields: ['raisedLevel'],
            })
          } else if (raisedLevel < 3 && reason === '') {
            expect(await work.refused('POST', assessments, body, SIXTH)).toMatchObject({
              status: 422,
              type: 'reason-needed',
              fields: ['reason'],
            })
          } else {
            const {
              sources: [source],
            } = await work.point('POST', assessments, body, SIXTH)
            expect(source?.assessments[0]).toMatchObject({
              score: '126',
              level: raisedLevel,
              raisedFrom: raisedLevel === 3 ? null : 3,
            })
          }
        },
      ),
      { numRuns: 12 },
    )
  })

  it('by a direct criterion is level 1 whatever the score', async () => {
    const { assessments } = await newPoint()
    const direct = await work.point(
      'POST',
      assessments,
      { stage: 'inherent', method: 'LS', l: 1, s: 1, criterion: 'legal-breach' },
      SIXTH,
    )
    expect(direct.sources[0]?.assessments[0]).toMatchObject({
      score: '1',
      level: 1,
      raisedFrom: null,
      directCriterion: 'legal-breach',
    })
    expect(
      await work.refused('POST', assessments, { stage: 'inherent', method: 'DIRECT' }, SIXTH),
    ).toMatchObject({ status: 400, fields: ['criterion'] })
    expect(
      await work.refused(
        'POST',
        assessments,
        { stage: 'inherent', method: 'LS', l: 1, s: 6 },
        SIXTH,
      ),
    ).toMatchObject({ status: 400, fields: ['s'] })
    expect(
      await work.refused(
        'POST',
        assessments,
        { stage: 'inherent', method: 'LS', l: 1, s: 1, level: 4 },
        SIXTH,
      ),
    ).toMatchObject({ status: 400, fields: ['level'] })
  })

  it('stays on record, with what it changed', async () => {
    const { point, assessments } = await newPoint()
    await work.point(
      'POST',
      assessments,
      {
        stage: 'inherent',
        method: 'LEC',
        l: 10,
        e: 6,
        c: 15,
        assessedOn: '2026-03-01',
        id: idOf('7', 50),
      },
      SIXTH,
    )
    await work.point(
      'POST',
      assessments,
      { stage: 'inherent', method: 'LEC', l: 1, e: 3, c: 7 },
      SIXTH,
    )
    await work.point(
      'POST',
      assessments,
      {
        stage: 'inherent',
        method: 'LEC',
        l: 10,
        e: 6,
        c: 15,
        assessedOn: '2026-03-01',
        id: idOf('7', 50),
      },
      SIXTH,
    )
    const { history } = await work.app.read(`${OWN}/${point.id}`, RiskPointDetail, SIXTH)
    expect(
      history.map(({ level, previousLevel, assessedOn, sourceDescription }) => [
        level,
        previousLevel,
        assessedOn,
        sourceDescription,
      ]),
    ).toEqual([
      [4, 1, '2026-11-24', '泄漏'],
      [1, null, '2026-03-01', '泄漏'],
    ])
  })
})

describe('GET /api/assessment-profiles', () => {
  it('gives tables, words and thresholds', async () => {
    const Profiles = z.object({
      lec: z.array(z.object({ id: z.string(), l: z.array(z.unknown()) })),
      ls: z.array(z.object({ s: z.array(z.looseObject({ aspects: z.looseObject({}) })) })),
      directCriteria: z.array(z.unknown()),
    })
    const { lec, ls, directCriteria } = await work.app.read('/api/assessment-profiles', Profiles)
    expect([
      lec.map(({ id, l }) => [id, l.length]),
      ls[0]?.s.length,
      directCriteria.length,
    ]).toEqual([
      [
        ['lec-classic', 7],
        ['lec-detailed', 7],
      ],
      5,
      4,
    ])
  })
})
