import { dayAfter } from '@onemap/api/domain/calendar'
import { describe, expect, it } from 'vitest'
import { worstAccidentType, worstLevel } from '@onemap/api/domain/aggregation'
import { assess, type AssessmentInput } from '@onemap/api/domain/assessment'
import { currentLevel } from '@onemap/api/domain/current-level'
import { todayInChina } from '@onemap/api/domain/overdue'
import type { AssessmentRow } from '../rows.ts'
import { AS_OF, inventRecords } from '../test-district.ts'

const records = inventRecords()

function inputOf({ method, inputs, directCriterion }: AssessmentRow): AssessmentInput {
  const { l = 0, e = 0, c = 0, s = 0 } = inputs
  if (method === 'LEC') return { method, l, e, c }
  if (method === 'LS') return { method, l, s }
  if (directCriterion === null) throw new Error('a direct assessment names its criterion')
  return { method, criterion: directCriterion }
}

describe('assessments', () => {
  const assessments = records.flatMap((record) => record.assessments)

  it('recompute to what they say', () => {
    for (const row of assessments) {
      const { score, level, profileId, profileVersion } = row
      expect(assess(inputOf(row), { direct: row.directCriterion, date: row.assessedOn })).toEqual({
        score,
        level,
        profileId,
        profileVersion,
      })
    }
  })

  it('are mostly LEC, some LS, a few direct', () => {
    const part = (method: string) =>
      assessments.filter((row) => row.method === method).length / assessments.length
    expect(part('LEC')).toBeGreaterThan(0.75)
    expect(part('LS')).toBeGreaterThan(0.05)
    expect(part('DIRECT')).toBeGreaterThan(0)
    expect(part('DIRECT')).toBeLessThan(0.02)
  })

  it('never make a risk worse by controlling it', () => {
    for (const { hazardSources, assessments: rows } of records) {
      for (const source of hazardSources) {
        const inherent = rows.find(
          (row) => row.hazardSourceId === source.id && row.stage === 'inherent',
        )
        if (
          inherent &&
          !rows.some((row) => row.hazardSourceId === source.id && row.directCriterion)
        ) {
          expect(inherent.level).toBeLessThanOrEqual(source.level)
        }
      }
    }
  })
})

describe('levels', () => {
  it('follow from the assessments upwards', () => {
    for (const { enterprise, riskPoints, hazardSources, assessments } of records) {
      for (const source of hazardSources) {
        expect(
          currentLevel(assessments.filter(({ hazardSourceId }) => hazardSourceId === source.id)),
        ).toBe(source.level)
      }
      for (const point of riskPoints) {
        const own = hazardSources.filter(({ riskPointId }) => riskPointId === point.id)
        expect(worstLevel(own.map(({ level }) => level))).toBe(point.level)
        expect(worstAccidentType(own)).toBe(point.accidentType)
      }
      expect(worstLevel(riskPoints.map(({ level }) => level))).toBe(enterprise.riskLevel)
    }
  })
})

describe('the past of levels', () => {
  const days = Array.from({ length: 25 }, (_, index) => dayAfter(AS_OF, -index * 15))

  it('is what the assessments had come to by each day', () => {
    for (const {
      enterprise,
      riskPoints,
      hazardSources,
      assessments,
      pastPoints,
      pastLevels,
    } of records.slice(0, 30)) {
      for (const day of days.filter((one) => one >= todayInChina(enterprise.createdAt))) {
        const stood = riskPoints.map((point) => {
          const past = pastPoints.filter(
            ({ riskPointId, fromOn, untilOn }) =>
              riskPointId === point.id && fromOn <= day && day <= untilOn,
          )
          const shown = point.standsSince <= day ? [...past, point] : past
          const graded = hazardSources
            .filter(({ riskPointId }) => riskPointId === point.id)
            .map(({ id, accidentType }) => ({
              accidentType,
              level: currentLevel(
                assessments.filter(
                  ({ hazardSourceId, assessedOn }) => hazardSourceId === id && assessedOn <= day,
                ),
              ),
            }))
          expect(
            shown.map(({ level, accidentType }) => [level, accidentType]),
            `${point.id} ${day}`,
          ).toEqual([[worstLevel(graded.map(({ level }) => level)), worstAccidentType(graded)]])
          return shown[0]?.level ?? null
        })
        expect(
          pastLevels.find(({ untilOn }) => untilOn >= day)?.level ?? enterprise.riskLevel,
          `${enterprise.name} ${day}`,
        ).toBe(worstLevel(stood))
      }
    }
  })

  it('moves: some points became safer within the year, fewer more dangerous', () => {
    const turns = records.flatMap(({ riskPoints, pastPoints }) =>
      pastPoints.map((past) => ({
        before: past.level,
        after:
          (
            pastPoints.find(
              ({ riskPointId, fromOn }) =>
                riskPointId === past.riskPointId && fromOn > past.untilOn,
            ) ?? riskPoints.find(({ id }) => id === past.riskPointId)
          )?.level ?? past.level,
      })),
    )
    const safer = turns.filter(({ before, after }) => after > before).length
    const worse = turns.filter(({ before, after }) => after < before).length
    expect(safer).toBeGreaterThan(60)
    expect(worse).toBeGreaterThan(15)
    expect(safer).toBeGreaterThan(worse)
    expect(records.flatMap(({ pastLevels }) => pastLevels).length).toBeGreaterThan(5)
  })
})
