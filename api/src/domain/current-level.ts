import type { AssessmentStage } from './assessment-stage.ts'
import type { RiskLevel } from './risk-level.ts'

/** The part of an assessment that decides which one is in force; `assessedOn` is `YYYY-MM-DD`. */
export interface AssessmentOnRecord {
  readonly stage: AssessmentStage
  readonly level: RiskLevel
  readonly assessedOn: string
}

/**
 * The assessment in force of one hazard source: the latest residual (现有) one, else the latest inherent
 * (固有) one, else null. Give them in the order they were recorded: of two made on one day the later counts.
 */
export function assessmentInForce<Assessment extends AssessmentOnRecord>(
  assessments: readonly Assessment[],
): Assessment | null {
  return latest(assessments, 'residual') ?? latest(assessments, 'inherent')
}

/** The level of a hazard source: that of its assessment in force, null when it has none. */
export function currentLevel(assessments: readonly AssessmentOnRecord[]): RiskLevel | null {
  return assessmentInForce(assessments)?.level ?? null
}

function latest<Assessment extends AssessmentOnRecord>(
  assessments: readonly Assessment[],
  stage: AssessmentStage,
): Assessment | null {
  return assessments
    .filter((assessment) => assessment.stage === stage)
    .reduce<Assessment | null>(
      (best, one) => (best && best.assessedOn > one.assessedOn ? best : one),
      null,
    )
}
