import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASSESSMENT_STAGE_CODES, type AssessmentStage } from './assessment-stage.ts'
import { assessmentInForce, currentLevel, type AssessmentOnRecord } from './current-level.ts'
import { RISK_LEVEL_ORDER, type RiskLevel } from './risk-level.ts'

function made(stage: AssessmentStage, assessedOn: string, level: RiskLevel): AssessmentOnRecord {
  return { stage, assessedOn, level }
}

test('no assessment, no level', () => {
  expect(currentLevel([])).toBeNull()
})

test.each([
  ['inherent alone', [made('inherent', '2026-01-01', 2)], 2],
  [
    'residual before inherent',
    [made('residual', '2025-01-01', 3), made('inherent', '2026-01-01', 1)],
    3,
  ],
  ['latest residual', [made('residual', '2026-02-01', 4), made('residual', '2026-01-01', 2)], 4],
  ['latest inherent', [made('inherent', '2025-01-01', 4), made('inherent', '2026-01-01', 1)], 1],
  [
    'the later recorded of one day',
    [made('residual', '2026-01-01', 1), made('residual', '2026-01-01', 3)],
    3,
  ],
] as const)('%s', (_, assessments, level) => {
  expect(currentLevel(assessments)).toBe(level)
})

test('what is in force is one of the latest of its stage', () => {
  const assessment = fc.record({
    stage: fc.constantFrom(...ASSESSMENT_STAGE_CODES),
    level: fc.constantFrom(...RISK_LEVEL_ORDER),
    assessedOn: fc.constantFrom('2025-06-30', '2025-12-31', '2026-01-01', '2026-07-15'),
  })
  fc.assert(
    fc.property(fc.array(assessment, { minLength: 1 }), (assessments) => {
      const inForce = assessmentInForce(assessments)
      expect(inForce?.stage).toBe(
        assessments.some(({ stage }) => stage === 'residual') ? 'residual' : 'inherent',
      )
      for (const other of assessments) {
        if (other.stage === inForce?.stage)
          expect(other.assessedOn <= inForce.assessedOn).toBe(true)
      }
    }),
  )
})
