/** What can happen to a thing. `reset`: much of its kind changed at once, read anew. */
export const CHANGE_ACTIONS = ['insert', 'update', 'delete', 'reset'] as const
export type ChangeAction = (typeof CHANGE_ACTIONS)[number]

/** Kinds of things that the map draws; a change of one comes with its new row. */
export const MAP_TOPICS = ['enterprises', 'risk-points', 'hazards'] as const
export type MapTopic = (typeof MAP_TOPICS)[number]

/** An enterprise as the map draws it. Levels are 1–4, 0 = not assessed; `town` is a code, `grid` an id, `industry` a GB/T 4754 class or ''. */
export interface EnterpriseMapRow {
  readonly name: string
  readonly initials: string
  readonly creditCode: string
  readonly kind: string
  readonly level: number
  readonly town: string
  readonly grid: string
  readonly industry: string
  readonly industryName: string
  readonly lon: number
  readonly lat: number
}

/** A risk point as the map draws it; 0 where level or accident type is not known. */
export interface RiskPointMapRow {
  readonly level: number
  readonly accidentType: number
  readonly lon: number
  readonly lat: number
}

/** A hazard as the map draws it; days since 1970-01-01, −1 = no deadline; grade '' until graded. */
export interface HazardMapRow {
  readonly status: string
  readonly grade: string
  readonly deadline: number
  readonly reportedOn: number
  readonly lon: number
  readonly lat: number
}

/** One thing that changed, as `/api/events` tells it to who may see it. */
export interface ChangeEntry {
  readonly topic: string
  readonly action: ChangeAction
  /** Absent where the change is nobody's own. */
  readonly enterpriseId?: string
  /** Absent where it is only known that something of the enterprise changed. */
  readonly id?: string
  /** 序号 within the enterprise, for risk points and hazards. */
  readonly no?: number
  /** How the map draws it now; absent for what the map does not draw, or no longer. */
  readonly row?: EnterpriseMapRow | RiskPointMapRow | HazardMapRow
}
