import { codesOf, type Dictionary } from './dictionary.ts'

/** What somebody is to the system. An account has exactly one role, for as long as it exists. */
export const ROLES = {
  leader: { zh: '领导', en: 'Leader' },
  bureau: { zh: '科室人员', en: 'Bureau officer' },
  grid: { zh: '网格员', en: 'Grid member' },
  enterprise: { zh: '企业人员', en: 'Enterprise staff' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  auditor: { zh: '审计员', en: 'Auditor' },
} as const satisfies Dictionary

export type Role = keyof typeof ROLES
export const ROLE_CODES = codesOf(ROLES)

/** What a role is appointed to: an office, a grid, an enterprise, or nothing narrower than the district. */
export const APPOINTED_TO = {
  leader: 'district',
  bureau: 'office',
  grid: 'grid',
  enterprise: 'enterprise',
  admin: 'district',
  auditor: 'district',
} as const satisfies Record<Role, 'district' | 'office' | 'grid' | 'enterprise'>
