import { codesOf, type Dictionary } from './dictionary.ts'
import type { HazardOrigin } from './hazard.ts'

/** 排查类型: the seven kinds of inspection an enterprise carries out. Codes are those of the hazards' origins. */
export const INSPECTION_KINDS = {
  daily: { zh: '日常排查', en: 'Daily' },
  comprehensive: { zh: '综合性排查', en: 'Comprehensive' },
  specialised: { zh: '专业性排查', en: 'Specialised' },
  seasonal: { zh: '季节性排查', en: 'Seasonal' },
  holiday: { zh: '节假日排查', en: 'Holiday' },
  analogy: { zh: '事故类比排查', en: 'Accident analogy' },
  restart: { zh: '复产复工排查', en: 'Restart' },
} as const satisfies Partial<Dictionary<HazardOrigin>>

export type InspectionKind = keyof typeof INSPECTION_KINDS
export const INSPECTION_KIND_CODES = codesOf(INSPECTION_KINDS)

/** What an item of a checklist looks at. */
export const CHECK_SUBJECTS = {
  'risk-point': { zh: '风险点', en: 'Risk point' },
  measure: { zh: '管控措施', en: 'Control measure' },
  post: { zh: '岗位', en: 'Post' },
  department: { zh: '部门', en: 'Department' },
  equipment: { zh: '设备设施', en: 'Equipment' },
} as const satisfies Dictionary

export type CheckSubject = keyof typeof CHECK_SUBJECTS
export const CHECK_SUBJECT_CODES = codesOf(CHECK_SUBJECTS)

/** What was found at an item. */
export const FINDING_RESULTS = {
  ok: { zh: '合格', en: 'OK' },
  fail: { zh: '不合格', en: 'Not OK' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
} as const satisfies Dictionary

export type FindingResult = keyof typeof FINDING_RESULTS
export const FINDING_RESULT_CODES = codesOf(FINDING_RESULTS)

/** The origin of a hazard found at an item: a failed control measure is 管控措施失效, whatever the inspection. */
export function originOf(kind: InspectionKind, subject: CheckSubject): HazardOrigin {
  return subject === 'measure' ? 'control-failure' : kind
}
