import { codesOf, type Dictionary } from './dictionary.ts'

/** In what part somebody acts on a hazard. One account may play several parts, each act has one. */
export const HAZARD_ROLES = {
  reporter: { zh: '报告人', en: 'Reporter' },
  'safety-officer': { zh: '企业安全管理人员', en: 'Enterprise safety officer' },
  rectifier: { zh: '整改责任人', en: 'Rectifier' },
  principal: { zh: '企业主要负责人', en: 'Principal of the enterprise' },
  'grid-member': { zh: '网格员', en: 'Grid member' },
  office: { zh: '科室', en: 'Bureau office' },
  'office-head': { zh: '科室负责人', en: 'Head of office' },
  'bureau-leader': { zh: '局领导', en: 'Bureau leader' },
} as const satisfies Dictionary

export type HazardRole = keyof typeof HAZARD_ROLES
export const HAZARD_ROLE_CODES = codesOf(HAZARD_ROLES)

/** Parts of the bureau's own people. */
export const BUREAU_PARTS = [
  'office',
  'office-head',
  'bureau-leader',
] as const satisfies readonly HazardRole[]
