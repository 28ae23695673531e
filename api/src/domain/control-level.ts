import { codesOf, type Dictionary } from './dictionary.ts'

/** 管控层级, from the top of the enterprise down to the person at the machine. */
export const CONTROL_LEVELS = {
  company: { zh: '公司', en: 'Company' },
  workshop: { zh: '车间', en: 'Workshop' },
  team: { zh: '班组', en: 'Team' },
  post: { zh: '岗位', en: 'Post' },
} as const satisfies Dictionary

export type ControlLevel = keyof typeof CONTROL_LEVELS
export const CONTROL_LEVEL_CODES = codesOf(CONTROL_LEVELS)
