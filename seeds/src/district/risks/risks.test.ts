import { describe, expect, it } from 'vitest'
import { worstAccidentType, worstLevel } from '@onemap/api/domain/aggregation'
import { assess, type AssessmentInput } from '@onemap/api/domain/assessment'
import { currentLevel } from '@onemap/api/domain/current-level'
import type { AssessmentRow } from '../rows.ts'
import { inventRecords } from '../test-district.ts'

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
      expect(assess(inputOf(row), { direct: row.directCriterion, date: row.assessedOn })).toEqual({ score, level, profileId, profileVersion })
    }
  })

  it('are mostly LEC, some LS, a few direct', () => {
    const part = (method: string) => assessments.filter((row) => row.method === method).length / assessments.length
    expect(part('LEC')).toBeGreaterThan(0.75)
    expect(part('LS')).toBeGreaterThan(0.05)
    expect(part('DIRECT')).toBeGreaterThan(0)
    expect(part('DIRECT')).toBeLessThan(0.02)
  })

  it('never make a risk worse by controlling it', () => {
    for (const { hazardSources, assessments: rows } of records) {
      for (const source of hazardSources) {
        const inherent = rows.find((row) => row.hazardSourceId === source.id && row.stage === 'inherent')
        if (inherent && !rows.some((row) => row.hazardSourceId === source.id && row.directCriterion)) {
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
        expect(currentLevel(assessments.filter(({ hazardSourceId }) => hazardSourceId === source.id))).toBe(source.level)
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
