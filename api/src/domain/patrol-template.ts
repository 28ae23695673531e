import type { Label } from './dictionary.ts'
import type { EnterpriseKind } from './enterprise-kind.ts'
import type { HazardGrade } from './hazard.ts'

/** An item of a patrol's checklist: what to look at, and when it is in order. */
export interface PatrolItem {
  /** Unique within its template; never given to another item. */
  readonly key: string
  readonly text: Label
  readonly requirement: Label
  /** Grade that a failure suggests. */
  readonly grade: HazardGrade
}

/** 巡查检查表 for one kind of object. Published versions never change: telephones offline may still hold them. */
export interface PatrolTemplate {
  readonly kind: EnterpriseKind
  readonly version: number
  readonly name: Label
  readonly items: readonly PatrolItem[]
}
