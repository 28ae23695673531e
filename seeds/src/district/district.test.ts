import { describe, expect, it } from 'vitest'
import { checkCreditCode } from '@onemap/api/domain/credit-code'
import { isOrganisationCode } from '@onemap/api/domain/organisation-code'
import { missingItems } from '@onemap/api/domain/completeness'
import { USUAL_SIZE } from './district.ts'
import { AS_OF, inventRecords } from './test-district.ts'

const records = inventRecords()
const points = records.flatMap(({ riskPoints }) => riskPoints)

describe('size and mix', () => {
  it('has exactly as many rows as asked', () => {
    expect(records).toHaveLength(USUAL_SIZE.enterprises)
    expect(points).toHaveLength(USUAL_SIZE.riskPoints)
    expect(records.flatMap(({ hazards }) => hazards)).toHaveLength(USUAL_SIZE.hazards)
  })

  it('has every kind of unit, and one incineration plant in 泥沟镇', () => {
    const plants = records.filter(({ enterprise }) => enterprise.kind === 'incineration-power')
    expect(plants.map(({ enterprise }) => enterprise.townCode)).toEqual(['370405102'])
    const kinds = new Set(records.map(({ enterprise }) => enterprise.kind))
    expect([...kinds].sort()).toEqual([
      'general',
      'high-risk-plant',
      'incineration-power',
      'public-area',
    ])
    expect(new Set(records.map(({ enterprise }) => enterprise.townCode)).size).toBe(6)
  })

  it('grades its points near 3 / 9 / 28 / 60 %', () => {
    const share = (level: number) =>
      (100 * points.filter((point) => point.level === level).length) / points.length
    expect(Math.abs(share(1) - 3)).toBeLessThan(1)
    expect(Math.abs(share(2) - 9)).toBeLessThan(1.5)
    expect(Math.abs(share(3) - 28)).toBeLessThan(2.5)
    expect(Math.abs(share(4) - 60)).toBeLessThan(3)
  })
})

describe('sameness', () => {
  const small = { enterprises: 12, riskPoints: 150, hazards: 40 }

  it('repeats itself to the last id for one seed and day', () => {
    expect(inventRecords(small)).toEqual(inventRecords(small))
  })

  it('is another district for another seed', () => {
    const ids = new Set(inventRecords(small).map(({ enterprise }) => enterprise.id))
    expect(
      inventRecords({ ...small, seed: 'other' }).some(({ enterprise }) => ids.has(enterprise.id)),
    ).toBe(false)
  })

  it.each([
    [1, 1, 0],
    [3, 7, 2],
    [40, 4000, 100],
  ])('holds at %i enterprises, %i points, %i hazards', (enterprises, riskPoints, hazards) => {
    const made = inventRecords({ enterprises, riskPoints, hazards })
    expect(made).toHaveLength(enterprises)
    expect(made.flatMap((record) => record.riskPoints)).toHaveLength(riskPoints)
    expect(made.flatMap((record) => record.hazards)).toHaveLength(hazards)
  })
})

describe('identity', () => {
  it('gives every enterprise a name and a valid credit code of its own', () => {
    const enterprises = records.map(({ enterprise }) => enterprise)
    expect(new Set(enterprises.map(({ name }) => name)).size).toBe(records.length)
    expect(new Set(enterprises.map(({ creditCode }) => creditCode)).size).toBe(records.length)
    for (const { creditCode, initials } of enterprises) {
      expect(checkCreditCode(creditCode)).toEqual({ ok: true })
      expect(isOrganisationCode(creditCode.slice(8, 17))).toBe(true)
      expect(creditCode.slice(2, 8)).toBe('370405')
      expect(initials).toMatch(/^[a-z0-9]+$/)
    }
  })

  it('gives out only telephone numbers that cannot ring', () => {
    for (const { enterprise, responsibilities } of records) {
      expect(enterprise.dutyPhone).toMatch(/^0632-000\d{4}$/)
      for (const { mobile } of responsibilities) expect(mobile).toMatch(/^10040\d{6}$/)
    }
  })

  it('never uses an id or, inside an enterprise, a name or number twice', () => {
    const ids = records.flatMap((record) =>
      [
        record.enterprise,
        ...record.riskPoints,
        ...record.hazardSources,
        ...record.assessments,
        ...record.controlMeasures,
        ...record.responsibilities,
        ...record.hazards,
      ].map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
    for (const { riskPoints } of records) {
      expect(new Set(riskPoints.map(({ name }) => name)).size).toBe(riskPoints.length)
      expect(new Set(riskPoints.map(({ no }) => no)).size).toBe(riskPoints.length)
    }
  })
})

describe('completeness', () => {
  it('leaves a few enterprises incomplete and all others complete', () => {
    const incomplete = records.filter((record) =>
      record.riskPoints.some((point) => {
        const sources = new Set(
          record.hazardSources
            .filter(({ riskPointId }) => riskPointId === point.id)
            .map(({ id }) => id),
        )
        return (
          missingItems({
            level: point.level,
            responsibilities: record.responsibilities.filter(
              ({ riskPointId }) => riskPointId === point.id,
            ),
            measures: record.controlMeasures.filter(({ hazardSourceId }) =>
              sources.has(hazardSourceId),
            ),
          }).length > 0
        )
      }),
    )
    expect(incomplete.length).toBeGreaterThan(2)
    expect(incomplete.length).toBeLessThan(records.length * 0.15)
  })

  it('leaves no placeholder in any text', () => {
    expect(JSON.stringify(records)).not.toMatch(/\{(point|unit|team|post|town)\}|undefined/)
  })

  it('was assessed and verified before the day it is seen from', () => {
    for (const { assessments, controlMeasures } of records) {
      for (const { assessedOn } of assessments) expect(assessedOn < AS_OF).toBe(true)
      for (const { verifiedOn } of controlMeasures)
        expect(verifiedOn === null || verifiedOn < AS_OF).toBe(true)
    }
  })
})
