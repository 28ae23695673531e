import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { AssessmentMethod } from '@onemap/api/domain/assessment'
import type { AssessmentStage } from '@onemap/api/domain/assessment-stage'
import type { ControlLevel } from '@onemap/api/domain/control-level'
import type { MeasureCategory, MeasureStatus } from '@onemap/api/domain/control-measure'
import type { DirectCriterion } from '@onemap/api/domain/direct-criteria'
import type { EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import type { HazardEvent, HazardEventContext } from '@onemap/api/domain/hazard-event'
import type { Factor, OccupationalFactor, RiskCategory } from '@onemap/api/domain/hazard-factors'
import type { HazardRole } from '@onemap/api/domain/hazard-roles'
import type {
  Extension,
  Supervision,
  SupervisionLevel,
  WorkStopper,
} from '@onemap/api/domain/hazard-supervision'
import type {
  HazardOrigin,
  HazardStatus,
  HazardTreatment,
  HazardGrade,
} from '@onemap/api/domain/hazard'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { RiskDomain, RiskPointType } from '@onemap/api/domain/risk-point-kind'
import type { Position } from '@onemap/geodata/geojson'

/** Rows of the database as the generator writes them; days are `YYYY-MM-DD` in China. */
export interface EnterpriseRow {
  readonly id: string
  readonly creditCode: string
  readonly name: string
  readonly initials: string
  readonly kind: EnterpriseKind
  readonly industryCode: string
  readonly industry: string
  readonly activity: string
  readonly address: string
  readonly areaCode: string
  readonly townCode: string
  readonly gridId: string
  readonly officeCode: string
  readonly position: Position
  readonly legalRepresentative: string
  readonly principal: string
  readonly safetyOfficer: string
  readonly dutyPhone: string
  readonly employees: number
  readonly majorHazardLevel: RiskLevel | null
  readonly riskLevel: RiskLevel | null
  readonly createdAt: Date
}

export interface RiskPointRow {
  readonly id: string
  readonly no: number
  readonly code: string
  readonly name: string
  readonly type: RiskPointType
  readonly domain: RiskDomain
  readonly publicDomain: boolean
  readonly locationText: string
  readonly position: Position
  /** Closed ring. */
  readonly extent: readonly Position[] | null
  readonly level: RiskLevel
  readonly accidentType: AccidentType
}

export interface HazardSourceRow {
  readonly id: string
  readonly riskPointId: string
  readonly description: string
  readonly factor: Factor
  readonly riskCategory: RiskCategory | null
  readonly accidentType: AccidentType
  readonly occupationalFactor: OccupationalFactor | null
  readonly level: RiskLevel
}

export interface AssessmentRow {
  readonly id: string
  readonly hazardSourceId: string
  readonly stage: AssessmentStage
  readonly method: AssessmentMethod
  readonly inputs: {
    readonly l?: number
    readonly e?: number
    readonly c?: number
    readonly s?: number
  }
  readonly score: string | null
  readonly level: RiskLevel
  readonly profileId: string
  readonly profileVersion: number
  readonly directCriterion: DirectCriterion | null
  readonly assessor: string
  readonly assessedOn: string
  readonly reason: string | null
}

export interface ControlMeasureRow {
  readonly id: string
  readonly hazardSourceId: string
  readonly category: MeasureCategory
  readonly controlLevel: ControlLevel
  readonly content: string
  readonly status: MeasureStatus
  readonly verifiedOn: string | null
}

export interface ResponsibilityRow {
  readonly id: string
  readonly riskPointId: string
  readonly controlLevel: ControlLevel
  readonly department: string
  readonly person: string
  readonly mobile: string
}

export interface HazardRow {
  readonly id: string
  readonly riskPointId: string
  readonly no: number
  readonly code: string
  readonly description: string
  readonly locationText: string
  readonly position: Position
  readonly origin: HazardOrigin
  readonly grade: HazardGrade | null
  readonly treatment: HazardTreatment | null
  readonly status: HazardStatus
  readonly reportedAt: Date
  readonly deadline: string | null
  readonly acceptedAt: Date | null
  readonly closedAt: Date | null
  readonly round: number
  readonly criteria: string | null
  readonly cost: number | null
  readonly extension: Extension
  readonly extensionDeadline: string | null
  readonly supervision: Supervision
  readonly supervisionLevel: SupervisionLevel | null
  readonly workStopBy: WorkStopper | null
  /** By name: the people of histories have no accounts. */
  readonly rectifier: string | null
  readonly reporterName: string
  readonly lastSeq: number
  readonly mergedInto: string | null
}

export interface HazardEventRow {
  readonly hazardId: string
  readonly seq: number
  readonly type: HazardEvent
  readonly fromStatus: HazardStatus | null
  readonly toStatus: HazardStatus
  readonly actorName: string
  readonly actorRole: HazardRole
  readonly occurredAt: Date
  readonly opinion: string | null
  /** What came with the event, for its guards: the context without time and opinion. */
  readonly detail: Omit<HazardEventContext, 'at' | 'opinion'>
}

/** How a risk point stood on the map before; the first and the last day, `YYYY-MM-DD`. */
export interface PastPointRow {
  readonly riskPointId: string
  readonly fromOn: string
  readonly untilOn: string
  readonly no: number
  readonly position: Position
  readonly level: RiskLevel
  readonly accidentType: AccidentType
}

/** A level an enterprise had, until its last day. */
export interface PastLevelRow {
  readonly untilOn: string
  readonly level: RiskLevel | null
}

/** One enterprise with everything it owns. */
export interface EnterpriseRecord {
  readonly enterprise: EnterpriseRow
  /** With the first day on which they stood as they do. */
  readonly riskPoints: readonly (RiskPointRow & { readonly standsSince: string })[]
  /** What re-assessments have changed. */
  readonly pastPoints: readonly PastPointRow[]
  readonly pastLevels: readonly PastLevelRow[]
  readonly hazardSources: readonly HazardSourceRow[]
  readonly assessments: readonly AssessmentRow[]
  readonly controlMeasures: readonly ControlMeasureRow[]
  readonly responsibilities: readonly ResponsibilityRow[]
  readonly hazards: readonly HazardRow[]
  readonly hazardEvents: readonly HazardEventRow[]
}
