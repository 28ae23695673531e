import { assess, type AssessmentInput } from '../../domain/assessment.ts'
import { raiseLevel } from '../../domain/raised-level.ts'
import type { NewAssessment } from '../inputs.ts'
import { RiskFieldError } from '../refusals.ts'
import type { AssessmentToWrite } from '../rows.ts'

interface Circumstances {
  /** In China, `YYYY-MM-DD`. */
  readonly today: string
  /** Who signs where nobody is named. */
  readonly by: string
}

/**
 * Grades what was sent: the server alone says score and level.
 * @throws ValueOutsideTableError, ProfileNotFoundError, LevelNotRaisedError, RiskFieldError
 */
export function grade(
  sent: NewAssessment,
  { today, by }: Circumstances,
): Omit<AssessmentToWrite, 'id' | 'hazardSourceId'> {
  const assessedOn = sent.assessedOn ?? today
  if (assessedOn > today) {
    throw new RiskFieldError([
      {
        field: 'assessedOn',
        text: { zh: '评价日期不能晚于今天', en: 'An assessment is not dated in the future' },
        expected: `≤ ${today}`,
      },
    ])
  }
  const { input, inputs } = inputOf(sent)
  const direct = sent.criterion ?? null
  const profile =
    sent.method === 'DIRECT' || sent.profileId === undefined ? {} : { profileId: sent.profileId }
  const graded = assess(input, { direct, date: assessedOn, ...profile })
  return {
    stage: sent.stage,
    method: sent.method,
    inputs,
    score: graded.score,
    ...raiseLevel(graded.level, sent.raisedLevel, sent.reason),
    profileId: graded.profileId,
    profileVersion: graded.profileVersion,
    directCriterion: direct,
    assessor: sent.assessor ?? (by === '' ? '本人' : by),
    assessedOn,
    reason: sent.reason ?? null,
  }
}

function inputOf(sent: NewAssessment): {
  input: AssessmentInput
  inputs: Readonly<Record<string, number>>
} {
  switch (sent.method) {
    case 'LEC': {
      const { l, e, c } = sent
      return { input: { method: 'LEC', l, e, c }, inputs: { l, e, c } }
    }
    case 'LS': {
      const { l, s } = sent
      return { input: { method: 'LS', l, s }, inputs: { l, s } }
    }
    case 'DIRECT':
      return { input: { method: 'DIRECT', criterion: sent.criterion }, inputs: {} }
  }
}
