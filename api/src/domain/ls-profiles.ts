import type { TableValue, Threshold } from './assessment-table.ts'
import { codesOf, type Dictionary, type Label } from './dictionary.ts'

/** Columns of the severity table; S is the worst of them. */
export const SEVERITY_ASPECTS = {
  people: { zh: '人员伤亡', en: 'People' },
  loss: { zh: '直接经济损失', en: 'Direct economic loss' },
  law: { zh: '法律法规及制度符合性', en: 'Compliance' },
  shutdown: { zh: '停工', en: 'Shutdown' },
  image: { zh: '企业形象', en: 'Reputation' },
} as const satisfies Dictionary

export type SeverityAspect = keyof typeof SEVERITY_ASPECTS
export const SEVERITY_ASPECT_CODES = codesOf(SEVERITY_ASPECTS)

/** A severity value with what it means in every column. */
export interface SeverityValue extends TableValue {
  readonly aspects: Readonly<Record<SeverityAspect, Label>>
}

/** A version of the risk matrix. Published versions never change: a new table is a new version. */
export interface LsProfile {
  readonly id: 'ls-standard'
  readonly version: number
  /** First day it may be used, `YYYY-MM-DD`. */
  readonly validFrom: string
  readonly l: readonly TableValue[]
  readonly s: readonly SeverityValue[]
  readonly thresholds: readonly Threshold[]
}

const LIKELIHOOD = [
  {
    value: 5,
    label: {
      zh: '无防范措施，无法发现，经常发生',
      en: 'No precaution, cannot be detected, happens often',
    },
  },
  { value: 4, label: { zh: '不易发现，现有措施无效', en: 'Hard to detect, measures ineffective' } },
  {
    value: 3,
    label: {
      zh: '无保护措施或未按规程执行，曾经发生',
      en: 'No protection or rules not followed, has happened',
    },
  },
  { value: 2, label: { zh: '能及时发现，定期监测', en: 'Detected in time, monitored regularly' } },
  {
    value: 1,
    label: {
      zh: '有充分有效的措施，极不可能发生',
      en: 'Sufficient effective measures, extremely unlikely',
    },
  },
] as const satisfies readonly TableValue[]

const SEVERITY = [
  severity(5, {
    people: { zh: '死亡', en: 'Death' },
    loss: { zh: '100万元以上', en: 'Over CNY 1,000,000' },
    law: { zh: '违反法律、法规和标准', en: 'Breaches law, regulation or standard' },
    shutdown: { zh: '两套以上装置停工', en: 'More than two units stop' },
    image: { zh: '重大国际国内影响', en: 'National or international' },
  }),
  severity(4, {
    people: { zh: '丧失劳动能力', en: 'Loss of capacity to work' },
    loss: { zh: '50万元以上', en: 'Over CNY 500,000' },
    law: { zh: '潜在违反法规和标准', en: 'Potential breach of regulation or standard' },
    shutdown: { zh: '两套装置停工', en: 'Two units stop' },
    image: { zh: '行业内、省内影响', en: 'Industry or province' },
  }),
  severity(3, {
    people: { zh: '截肢、骨折、慢性病', en: 'Amputation, fracture, chronic illness' },
    loss: { zh: '1万元以上', en: 'Over CNY 10,000' },
    law: { zh: '不符合上级制度、规定', en: 'Not in line with superior rules' },
    shutdown: { zh: '一套装置停工', en: 'One unit stops' },
    image: { zh: '地区影响', en: 'Region' },
  }),
  severity(2, {
    people: { zh: '轻微受伤', en: 'Minor injury' },
    loss: { zh: '1万元以下', en: 'Under CNY 10,000' },
    law: { zh: '不符合企业操作规程', en: 'Not in line with company procedures' },
    shutdown: { zh: '影响不大，几乎不停工', en: 'Hardly any stop' },
    image: { zh: '企业周边影响', en: 'Neighbourhood' },
  }),
  severity(1, {
    people: { zh: '无伤亡', en: 'No injury' },
    loss: { zh: '无损失', en: 'None' },
    law: { zh: '完全符合', en: 'Fully compliant' },
    shutdown: { zh: '没有停工', en: 'No stop' },
    image: { zh: '形象没有受损', en: 'No harm' },
  }),
] as const satisfies readonly SeverityValue[]

/** The 5 × 5 matrix: R 20–25 red, 15–16 orange, 9–12 yellow, 1–8 blue. */
export const LS_STANDARD = {
  id: 'ls-standard',
  version: 1,
  validFrom: '2016-01-01',
  l: LIKELIHOOD,
  s: SEVERITY,
  thresholds: [
    { level: 1, from: '20' },
    { level: 2, from: '15' },
    { level: 3, from: '9' },
  ],
} as const satisfies LsProfile

function severity(value: number, aspects: SeverityValue['aspects']): SeverityValue {
  return { value, label: aspects.people, aspects }
}
