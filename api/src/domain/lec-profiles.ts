import type { TableValue, Threshold } from './assessment-table.ts'

/** A version of the LEC tables and bands. Published versions never change: a new table is a new version. */
export interface LecProfile {
  readonly id: 'lec-classic' | 'lec-detailed'
  readonly version: number
  /** First day it may be used, `YYYY-MM-DD`. */
  readonly validFrom: string
  readonly l: readonly TableValue[]
  readonly e: readonly TableValue[]
  readonly c: readonly TableValue[]
  readonly thresholds: readonly Threshold[]
}

const LIKELIHOOD = [
  { value: 10, label: { zh: '完全可以预料', en: 'To be fully expected' } },
  { value: 6, label: { zh: '相当可能', en: 'Quite possible' } },
  { value: 3, label: { zh: '可能，但不经常', en: 'Possible but not usual' } },
  { value: 1, label: { zh: '可能性小，完全意外', en: 'Unlikely, entirely unexpected' } },
  { value: 0.5, label: { zh: '很不可能，可以设想', en: 'Very unlikely but conceivable' } },
  { value: 0.2, label: { zh: '极不可能', en: 'Extremely unlikely' } },
  { value: 0.1, label: { zh: '实际不可能', en: 'Practically impossible' } },
] as const satisfies readonly TableValue[]

const EXPOSURE = [
  { value: 10, label: { zh: '连续暴露', en: 'Continuous' } },
  { value: 6, label: { zh: '每天工作时间内暴露', en: 'Daily, in working hours' } },
  { value: 3, label: { zh: '每周一次，或偶然暴露', en: 'Weekly or occasional' } },
  { value: 2, label: { zh: '每月一次', en: 'Monthly' } },
  { value: 1, label: { zh: '每年几次', en: 'A few times a year' } },
  { value: 0.5, label: { zh: '非常罕见', en: 'Very rare' } },
] as const satisfies readonly TableValue[]

const FATAL_TO_SERIOUS = [
  { value: 100, label: { zh: '10人及以上死亡', en: 'Ten or more deaths' } },
  { value: 40, label: { zh: '3至9人死亡', en: 'Three to nine deaths' } },
  { value: 15, label: { zh: '1至2人死亡', en: 'One or two deaths' } },
  { value: 7, label: { zh: '严重，伤残', en: 'Serious, disabling injury' } },
] as const satisfies readonly TableValue[]

const NOTICEABLE = {
  value: 1,
  label: { zh: '引人注意', en: 'Noticeable' },
} as const satisfies TableValue

/** D > 320 red, 160 < D ≤ 320 orange, 70 ≤ D ≤ 160 yellow, below 70 blue. */
const THRESHOLDS = [
  { level: 1, above: '320' },
  { level: 2, above: '160' },
  { level: 3, from: '70' },
] as const satisfies readonly Threshold[]

/** The classic Graham–Kinney table, with C = 3. */
export const LEC_CLASSIC = {
  id: 'lec-classic',
  version: 1,
  validFrom: '2016-01-01',
  l: LIKELIHOOD,
  e: EXPOSURE,
  c: [
    ...FATAL_TO_SERIOUS,
    { value: 3, label: { zh: '较重，需要治疗', en: 'Injury needing treatment' } },
    NOTICEABLE,
  ],
  thresholds: THRESHOLDS,
} as const satisfies LecProfile

/** The table of detailed rules (细则): as the classic one, but C = 2 in place of 3. */
export const LEC_DETAILED = {
  ...LEC_CLASSIC,
  id: 'lec-detailed',
  c: [
    ...FATAL_TO_SERIOUS,
    { value: 2, label: { zh: '较重，需要治疗', en: 'Injury needing treatment' } },
    NOTICEABLE,
  ],
} as const satisfies LecProfile
