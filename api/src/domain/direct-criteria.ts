import { codesOf, type Dictionary } from './dictionary.ts'

/**
 * 重大风险直接判定: each makes a risk level 1 whatever its score. (The fifth case of DB37/T 2882, level 1
 * by assessment, needs no code: the assessment itself says so.)
 */
export const DIRECT_CRITERIA = {
  'legal-breach': {
    zh: '违反法律、法规及国家标准中强制性条款',
    en: 'Breaches law, regulation or a mandatory national standard',
  },
  'past-accident': {
    zh: '发生过死亡、重伤、职业病、重大财产损失事故，或三次及以上轻伤、一般财产损失事故，且现在发生事故的条件依然存在',
    en: 'Has caused death, serious injury, occupational disease or major loss, or three or more minor accidents, and the conditions persist',
  },
  'major-hazard-installation': {
    zh: '涉及重大危险源',
    en: 'Involves a major hazard installation',
  },
  'ten-workers-exposed': {
    zh: '具有中毒、爆炸、火灾等危险的场所，作业人员在10人及以上',
    en: 'A place with danger of poisoning, explosion or fire where ten or more people work',
  },
} as const satisfies Dictionary

export type DirectCriterion = keyof typeof DIRECT_CRITERIA
export const DIRECT_CRITERION_CODES = codesOf(DIRECT_CRITERIA)

/** What an assessment made by a direct criterion alone stores as its profile. */
export const DIRECT_PROFILE = { id: 'direct-criteria', version: 1 } as const
