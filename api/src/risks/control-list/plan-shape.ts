import type {
  AssessmentToWrite,
  MeasureToWrite,
  PointToWrite,
  ResponsibilityToWrite,
  SourceToWrite,
} from '../rows.ts'
import type { ControlListReport } from './schema.ts'

/** Fields of a point that change; null stays. */
interface PointChange {
  readonly id: string
  readonly name: string | null
  readonly type: string | null
  readonly domain: string | null
  readonly publicDomain: boolean | null
  readonly locationText: string | null
  readonly geom: string | null
}

type SourceChange = Pick<SourceToWrite, 'id' | 'riskCategory' | 'occupationalFactor'>

/** Everything that importing a control list would write. */
export interface Plan {
  readonly addPoints: PointToWrite[]
  readonly changePoints: PointChange[]
  readonly addSources: SourceToWrite[]
  readonly changeSources: SourceChange[]
  readonly removeSources: string[]
  readonly addAssessments: AssessmentToWrite[]
  readonly addMeasures: MeasureToWrite[]
  readonly removeMeasures: string[]
  readonly addResponsibilities: ResponsibilityToWrite[]
  readonly removeResponsibilities: string[]
  /** Points on record that change, in themselves or in what hangs on them. */
  readonly touched: Set<string>
  unchangedPoints: number
  unchangedSources: number
  unchangedAssessments: number
  unchangedMeasures: number
  unchangedResponsibilities: number
}

export function emptyPlan(): Plan {
  return {
    addPoints: [],
    changePoints: [],
    addSources: [],
    changeSources: [],
    removeSources: [],
    addAssessments: [],
    addMeasures: [],
    removeMeasures: [],
    addResponsibilities: [],
    removeResponsibilities: [],
    touched: new Set(),
    unchangedPoints: 0,
    unchangedSources: 0,
    unchangedAssessments: 0,
    unchangedMeasures: 0,
    unchangedResponsibilities: 0,
  }
}

/** A plan in numbers. */
export function talliesOf(plan: Plan): ControlListReport['tallies'] {
  return [
    {
      what: 'risk-points',
      created: plan.addPoints.length,
      updated: plan.touched.size,
      removed: 0,
      unchanged: plan.unchangedPoints,
    },
    {
      what: 'sources',
      created: plan.addSources.length,
      updated: plan.changeSources.length,
      removed: plan.removeSources.length,
      unchanged: plan.unchangedSources,
    },
    {
      what: 'assessments',
      created: plan.addAssessments.length,
      updated: 0,
      removed: 0,
      unchanged: plan.unchangedAssessments,
    },
    {
      what: 'measures',
      created: plan.addMeasures.length,
      updated: 0,
      removed: plan.removeMeasures.length,
      unchanged: plan.unchangedMeasures,
    },
    {
      what: 'responsibilities',
      created: plan.addResponsibilities.length,
      updated: 0,
      removed: plan.removeResponsibilities.length,
      unchanged: plan.unchangedResponsibilities,
    },
  ]
}
