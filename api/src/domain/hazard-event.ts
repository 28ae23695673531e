import { codesOf, type Dictionary } from './dictionary.ts'
import type { HazardGrade, HazardOrigin } from './hazard.ts'
import type { HazardRole } from './hazard-roles.ts'
import type { SupervisionLevel } from './hazard-supervision.ts'

/** What can happen to a hazard in the closed loop. */
export const HAZARD_EVENTS = {
  report: { zh: '上报', en: 'Report' },
  reject: { zh: '核实不属实', en: 'Reject' },
  merge: { zh: '并案', en: 'Merge into another' },
  register: { zh: '登记', en: 'Register' },
  grade: { zh: '定级', en: 'Grade' },
  'fix-on-the-spot': { zh: '即查即改', en: 'Fix on the spot' },
  notify: { zh: '下达整改通知', en: 'Issue notice' },
  sign: { zh: '签收', en: 'Sign' },
  submit: { zh: '提交整改', en: 'Submit rectification' },
  fail: { zh: '复查不通过', en: 'Fail review' },
  pass: { zh: '复查通过', en: 'Pass review' },
  close: { zh: '销号', en: 'Close' },
  reopen: { zh: '重新打开', en: 'Reopen' },
  'request-extension': { zh: '申请延期', en: 'Request extension' },
  'approve-extension': { zh: '同意延期', en: 'Approve extension' },
  'reject-extension': { zh: '不同意延期', en: 'Reject extension' },
  'list-supervision': { zh: '挂牌督办', en: 'List for supervision' },
  'delist-supervision': { zh: '摘牌', en: 'Delist from supervision' },
  'stop-work': { zh: '停产停业整改', en: 'Stop work' },
  'resume-work': { zh: '恢复生产', en: 'Resume work' },
} as const satisfies Dictionary

export type HazardEvent = keyof typeof HAZARD_EVENTS
export const HAZARD_EVENT_CODES = codesOf(HAZARD_EVENTS)

/** Who acts: `id` tells people apart (account id, or a name where there are no accounts). */
export interface HazardActor {
  readonly id: string
  /** Besides the id, where somebody may be on record by name alone. */
  readonly name?: string
  readonly role: HazardRole
}

/** 五落实: what a plan for a major hazard must settle. */
export const PLAN_ELEMENTS = {
  responsibility: { zh: '责任', en: 'Responsibility' },
  measures: { zh: '措施', en: 'Measures' },
  funds: { zh: '资金', en: 'Funds' },
  timeLimit: { zh: '时限', en: 'Time limit' },
  contingency: { zh: '预案', en: 'Contingency plan' },
} as const satisfies Dictionary

export type PlanElement = keyof typeof PLAN_ELEMENTS
export const PLAN_ELEMENT_CODES = codesOf(PLAN_ELEMENTS)

/** What comes with an event. Only `at` is always there; each guard says what it looks for. */
export interface HazardEventContext {
  /** When it happened. */
  readonly at: Date
  readonly place?: string
  readonly description?: string
  /** How it was found. */
  readonly origin?: HazardOrigin
  /** Photographs or documents, by name. */
  readonly evidence?: readonly string[]
  /** Photographs before and after a fix on the spot, by name. */
  readonly photosBefore?: readonly string[]
  readonly photosAfter?: readonly string[]
  readonly reason?: string
  readonly opinion?: string
  /** Code of the hazard this one is merged into. */
  readonly mergedInto?: string
  /** Somebody has looked for the same hazard among those registered. */
  readonly duplicatesChecked?: boolean
  /** 即查即改: whoever found it saw it mended at once, and puts the whole course on record in one act. */
  readonly onTheSpot?: boolean
  readonly grade?: HazardGrade
  /** Clause or list entry the grade rests on. */
  readonly criteria?: string
  /** Id of the person who has to rectify. */
  readonly responsible?: string
  /** Last day in time, `YYYY-MM-DD`. */
  readonly deadline?: string
  readonly plan?: Readonly<Partial<Record<PlanElement, string>>>
  /** Money spent, in yuan, not negative; 0 when it cost nothing. */
  readonly cost?: number
  /** 文号 of the paper that lists or delists. */
  readonly documentNo?: string
  /** Who lists it for supervision: the rank and the name of the authority, and the department in charge. */
  readonly level?: SupervisionLevel
  readonly authority?: string
  readonly department?: string
}
