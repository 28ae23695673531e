import type { HazardGrade } from './hazard.ts'
import type { PatrolItem } from './patrol-template.ts'

type Row = readonly [
  key: string,
  zh: string,
  en: string,
  requirementZh: string,
  requirementEn: string,
]

const graded =
  (grade: HazardGrade) =>
  ([key, zh, en, requirementZh, requirementEn]: Row): PatrolItem => ({
    key,
    text: { zh, en },
    requirement: { zh: requirementZh, en: requirementEn },
    grade,
  })

/** Items from rows; a failure of `major` ones suggests a major hazard. */
export function patrolItems({
  general,
  major = [],
}: {
  readonly general: readonly Row[]
  readonly major?: readonly Row[]
}): PatrolItem[] {
  return [...major.map(graded('major')), ...general.map(graded('general'))]
}

/** What is looked at wherever people work. */
export const EVERYWHERE: readonly Row[] = [
  [
    'exits',
    '安全出口、疏散通道',
    'Exits and escape routes',
    '畅通，未锁闭、未堆物，疏散指示和应急照明有效',
    'Clear, unlocked, signs and emergency lights working',
  ],
  [
    'fire-equipment',
    '灭火器、消火栓',
    'Extinguishers and hydrants',
    '压力在绿区、在有效期内，取用无遮挡',
    'Pressure in the green, in date, within reach',
  ],
  [
    'electricity',
    '用电和线路',
    'Electricity and wiring',
    '无私拉乱接、裸露、过载，配电箱门关闭',
    'No makeshift or bare wiring, cabinets closed',
  ],
]

/** What the double prevention mechanism shows at a works. */
export const PREVENTION: readonly Row[] = [
  [
    'notice-board',
    '风险公告栏和岗位告知卡',
    'Risk notice board and cards',
    '张贴在位、内容与现场一致，四色等级清楚',
    'In place and as the site is, levels clear',
  ],
  [
    'measures',
    '主要风险点管控措施',
    'Control measures of the main risk points',
    '责任人在岗，措施落实并有当日检查记录',
    'Responsible people present, measures in place, checked today',
  ],
  [
    'rectification',
    '上次发现问题的整改',
    'What was found last time',
    '按期完成，未完成的有临时防护',
    'Rectified in time, or guarded meanwhile',
  ],
]
