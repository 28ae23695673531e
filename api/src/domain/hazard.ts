import { codesOf, type Dictionary, type Label } from './dictionary.ts'

/** 隐患状态 in the closed loop. Overdue is never one of them: it is derived. */
export const HAZARD_STATUSES = {
  reported: { zh: '待核实', en: 'Reported' },
  registered: { zh: '待定级', en: 'Registered' },
  graded: { zh: '已定级', en: 'Graded' },
  notified: { zh: '待签收', en: 'Notified' },
  rectifying: { zh: '整改中', en: 'In rectification' },
  'in-review': { zh: '待复查', en: 'In review' },
  accepted: { zh: '验收通过', en: 'Accepted' },
  closed: { zh: '已销号', en: 'Closed' },
  void: { zh: '作废', en: 'Void' },
} as const satisfies Dictionary

export type HazardStatus = keyof typeof HAZARD_STATUSES
export const HAZARD_STATUS_CODES = codesOf(HAZARD_STATUSES)

/** States in which the defect is not yet known to be gone: they can be overdue. */
export const OPEN_HAZARD_STATUSES = [
  'reported',
  'registered',
  'graded',
  'notified',
  'rectifying',
  'in-review',
] as const satisfies readonly HazardStatus[]

/** 隐患等级. Null until graded. */
export const HAZARD_GRADES = {
  general: { zh: '一般隐患', en: 'General hazard' },
  major: { zh: '重大隐患', en: 'Major hazard' },
} as const satisfies Dictionary

export type HazardGrade = keyof typeof HAZARD_GRADES
export const HAZARD_GRADE_CODES = codesOf(HAZARD_GRADES)

/** 治理方式. */
export const HAZARD_TREATMENTS = {
  'on-the-spot': { zh: '即查即改', en: 'Fixed on the spot' },
  'time-limited': { zh: '限期整改', en: 'Rectify by deadline' },
} as const satisfies Dictionary

export type HazardTreatment = keyof typeof HAZARD_TREATMENTS
export const HAZARD_TREATMENT_CODES = codesOf(HAZARD_TREATMENTS)

/** What the grade of a hazard rests on that was mended when it was found. */
export const ON_THE_SPOT_CRITERIA = '当场整改完毕，危害和整改难度较小，属一般隐患'

interface HazardOriginEntry extends Label {
  /** Code of the national exchange; the authority's own ways of finding have none. */
  readonly exchangeCode?: string
}

/** 隐患来源: enterprise inspections (national exchange codes) and the authority's own ways of finding. */
export const HAZARD_ORIGINS = {
  daily: { zh: '日常排查', en: 'Daily inspection', exchangeCode: '1' },
  comprehensive: { zh: '综合性排查', en: 'Comprehensive inspection', exchangeCode: '2' },
  specialised: { zh: '专业性排查', en: 'Specialised inspection', exchangeCode: '3' },
  seasonal: { zh: '季节性排查', en: 'Seasonal inspection', exchangeCode: '4' },
  holiday: { zh: '节假日排查', en: 'Holiday inspection', exchangeCode: '5' },
  analogy: { zh: '事故类比排查', en: 'Accident analogy', exchangeCode: '6' },
  restart: { zh: '复产复工排查', en: 'Restart inspection', exchangeCode: '7' },
  expert: { zh: '外聘专家诊断', en: 'External expert', exchangeCode: '8' },
  'control-failure': { zh: '管控措施失效', en: 'Control failure', exchangeCode: '9' },
  other: { zh: '其他', en: 'Other', exchangeCode: '10' },
  'grid-patrol': { zh: '网格巡查', en: 'Grid patrol' },
  'department-check': { zh: '部门检查', en: 'Department check' },
  'authority-expert': { zh: '专家检查', en: 'Authority expert' },
  'public-report': { zh: '群众举报', en: 'Public report' },
  'monitoring-warning': { zh: '监测预警', en: 'Monitoring warning' },
  assigned: { zh: '上级交办', en: 'Assigned by superior' },
} as const satisfies Dictionary<string, HazardOriginEntry>

export type HazardOrigin = keyof typeof HAZARD_ORIGINS
export const HAZARD_ORIGIN_CODES = codesOf(HAZARD_ORIGINS)
