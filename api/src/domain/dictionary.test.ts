import { describe, expect, test } from 'vitest'
import { ACCIDENT_TYPES, isAccidentType } from './accident-type.ts'
import { ASSESSMENT_METHODS } from './assessment.ts'
import { ASSESSMENT_STAGES } from './assessment-stage.ts'
import { MISSING_ITEMS } from './completeness.ts'
import { CONTROL_LEVEL_CODES, CONTROL_LEVELS } from './control-level.ts'
import { MEASURE_CATEGORIES, MEASURE_STATUSES } from './control-measure.ts'
import { DATUMS } from './datum.ts'
import { codesOf } from './dictionary.ts'
import { DIRECT_CRITERIA } from './direct-criteria.ts'
import { ENTERPRISE_KINDS } from './enterprise-kind.ts'
import { HAZARD_EVENTS, PLAN_ELEMENTS } from './hazard-event.ts'
import { FACTORS, OCCUPATIONAL_FACTORS, RISK_CATEGORIES } from './hazard-factors.ts'
import { HAZARD_ROLES } from './hazard-roles.ts'
import { HAZARD_GRADES, HAZARD_ORIGINS, HAZARD_STATUSES, HAZARD_TREATMENTS } from './hazard.ts'
import { INSPECTION_FREQUENCIES } from './inspection-frequency.ts'
import { CHECK_SUBJECTS, FINDING_RESULTS, INSPECTION_KINDS } from './inspection-kind.ts'
import { INSPECTION_TASK_STATUSES } from './inspection-task.ts'
import { isRiskLevel, RISK_LEVELS } from './risk-level.ts'
import { RISK_DOMAINS, RISK_POINT_TYPES } from './risk-point-kind.ts'

describe.each(
  Object.entries({
    ACCIDENT_TYPES,
    ASSESSMENT_METHODS,
    ASSESSMENT_STAGES,
    CONTROL_LEVELS,
    DATUMS,
    DIRECT_CRITERIA,
    ENTERPRISE_KINDS,
    FACTORS,
    HAZARD_EVENTS,
    HAZARD_GRADES,
    HAZARD_ORIGINS,
    HAZARD_ROLES,
    HAZARD_STATUSES,
    HAZARD_TREATMENTS,
    MEASURE_CATEGORIES,
    CHECK_SUBJECTS,
    FINDING_RESULTS,
    INSPECTION_FREQUENCIES,
    INSPECTION_KINDS,
    INSPECTION_TASK_STATUSES,
    MEASURE_STATUSES,
    MISSING_ITEMS,
    OCCUPATIONAL_FACTORS,
    PLAN_ELEMENTS,
    RISK_CATEGORIES,
    RISK_DOMAINS,
    RISK_LEVELS,
    RISK_POINT_TYPES,
  }),
)('%s', (_, dictionary) => {
  const entries = Object.values(dictionary)

  test('every code has its own words in both languages', () => {
    for (const { zh, en } of entries) {
      expect(zh.trim()).toBe(zh)
      expect([zh, en]).not.toContain('')
      expect(en).not.toMatch(/[\u4e00-\u9fff]/)
    }
    expect(new Set(entries.map(({ zh }) => zh)).size).toBe(entries.length)
    expect(new Set(entries.map(({ en }) => en)).size).toBe(entries.length)
  })
})

test('codes keep the order they are written in', () => {
  expect(codesOf(CONTROL_LEVELS)).toEqual(['company', 'workshop', 'team', 'post'])
  expect(CONTROL_LEVEL_CODES).toEqual(codesOf(CONTROL_LEVELS))
})

test('a dictionary without codes is a mistake', () => {
  expect(() => codesOf({})).toThrow()
})

test('GB 6441 has the types 1 to 20', () => {
  expect(Object.keys(ACCIDENT_TYPES).map(Number)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
  expect([0, 1, 20, 21, 1.5].map(isAccidentType)).toEqual([false, true, true, false, false])
})

test('risk levels are the numbers 1 to 4', () => {
  expect([0, 1, 2, 3, 4, 5, '1', null].map(isRiskLevel)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('the ten ways of the national exchange are numbered 1 to 10', () => {
  const codes = Object.values(HAZARD_ORIGINS).flatMap((origin) =>
    'exchangeCode' in origin ? [origin.exchangeCode] : [],
  )
  expect(codes).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
})
