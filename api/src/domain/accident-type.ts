import type { Label } from './dictionary.ts'

/** 事故类别, GB 6441-1986 企业职工伤亡事故分类, codes 01–20. A later edition gets a dictionary of its own beside this one. */
export const ACCIDENT_TYPES = {
  1: { zh: '物体打击', en: 'Struck by object' },
  2: { zh: '车辆伤害', en: 'Vehicle injury' },
  3: { zh: '机械伤害', en: 'Mechanical injury' },
  4: { zh: '起重伤害', en: 'Lifting injury' },
  5: { zh: '触电', en: 'Electric shock' },
  6: { zh: '淹溺', en: 'Drowning' },
  7: { zh: '灼烫', en: 'Burns and scalds' },
  8: { zh: '火灾', en: 'Fire' },
  9: { zh: '高处坠落', en: 'Fall from height' },
  10: { zh: '坍塌', en: 'Collapse' },
  11: { zh: '冒顶片帮', en: 'Roof fall and rib spalling' },
  12: { zh: '透水', en: 'Water inrush' },
  13: { zh: '放炮', en: 'Blasting' },
  14: { zh: '火药爆炸', en: 'Explosive detonation' },
  15: { zh: '瓦斯爆炸', en: 'Methane explosion' },
  16: { zh: '锅炉爆炸', en: 'Boiler explosion' },
  17: { zh: '容器爆炸', en: 'Vessel explosion' },
  18: { zh: '其他爆炸', en: 'Other explosion' },
  19: { zh: '中毒和窒息', en: 'Poisoning and asphyxiation' },
  20: { zh: '其他伤害', en: 'Other injury' },
} as const satisfies Readonly<Record<number, Label>>

/** GB 6441 code without its leading zero, 1–20. */
export type AccidentType = keyof typeof ACCIDENT_TYPES

/** Whether a number is a GB 6441 accident type. */
export function isAccidentType(value: number): value is AccidentType {
  return value in ACCIDENT_TYPES
}
