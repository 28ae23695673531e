import { ENTERPRISE_KINDS } from '../../domain/enterprise-kind.ts'
import { PUBLIC_HARMS } from '../../domain/public-advice.ts'
import { PUBLIC_LEVELS, PUBLIC_LEVELS_CAUTION } from '../../domain/public-levels.ts'
import { RISK_LEVELS } from '../../domain/risk-level.ts'

/** Under which terms the roster may be used again: Chinese open government data has no standard licence, so plain words. */
export const ROSTER_TERMS = {
  zh: '可免费使用、转载和再加工，请注明“台儿庄区风险源公开名册”和批次编号；不得据此歪曲等级含义。',
  en: 'Free to use, share and rework, naming “Tai’erzhuang District public roster of risk sources” and the batch number; the meaning of the levels must not be distorted.',
} as const

/** Columns of the table, in order, with what they mean. */
export const ROSTER_COLUMNS = [
  {
    key: 'code',
    zh: '公开编号',
    en: 'Public code',
    meaning: {
      zh: '不变的编号，用于网址和查询',
      en: 'Stays the same; used in addresses and searches',
    },
  },
  {
    key: 'operator',
    zh: '单位名称',
    en: 'Operator',
    meaning: { zh: '运营单位全称', en: 'Full name of who operates the site' },
  },
  {
    key: 'address',
    zh: '地址',
    en: 'Address',
    meaning: { zh: '登记的经营地址', en: 'Registered address' },
  },
  { key: 'town', zh: '镇街', en: 'Town', meaning: { zh: '所在镇街', en: 'Town it lies in' } },
  {
    key: 'activity',
    zh: '做什么',
    en: 'Activity',
    meaning: { zh: '用平常话说明的经营活动', en: 'What is done there, in plain words' },
  },
  { key: 'kind', zh: '类别', en: 'Kind', meaning: { zh: '监管对象类别', en: 'What sort of site' } },
  {
    key: 'level',
    zh: '风险等级',
    en: 'Risk level',
    meaning: {
      zh: '1 重大（红）、2 较大（橙）、3 一般（黄）、4 低（蓝）',
      en: '1 major (red), 2 considerable (orange), 3 moderate (yellow), 4 low (blue)',
    },
  },
  {
    key: 'harms',
    zh: '可能发生什么',
    en: 'What could happen',
    meaning: { zh: '由远及近排列，影响范围大的在前', en: 'The most far-reaching first' },
  },
  {
    key: 'warning',
    zh: '怎样预警',
    en: 'How you would be warned',
    meaning: { zh: '听到或看到什么', en: 'What you would hear or see' },
  },
  {
    key: 'doThis',
    zh: '该怎么做',
    en: 'What to do',
    meaning: { zh: '最紧要的在前', en: 'Most urgent first' },
  },
  {
    key: 'lastVisit',
    zh: '最近一次监管到场',
    en: 'Last official visit',
    meaning: { zh: '日期；没有则为空', en: 'Day; empty if there was none' },
  },
  {
    key: 'office',
    zh: '主管科室',
    en: 'Office',
    meaning: { zh: '主管这处风险源的科室', en: 'Office in charge of the risk source' },
  },
  {
    key: 'phone',
    zh: '科室电话',
    en: 'Office phone',
    meaning: { zh: '工作日可拨打', en: 'On working days' },
  },
  {
    key: 'lon',
    zh: '经度',
    en: 'Longitude',
    meaning: {
      zh: 'WGS 84，约 100 米网格中心，不是准确位置',
      en: 'WGS 84, centre of a cell of about 100 m, not the exact place',
    },
  },
  { key: 'lat', zh: '纬度', en: 'Latitude', meaning: { zh: '同上', en: 'Likewise' } },
] as const

/** Everything a program needs to read the downloads. */
export const ROSTER_DICTIONARY = {
  terms: ROSTER_TERMS,
  columns: ROSTER_COLUMNS,
  levels: Object.entries(RISK_LEVELS).map(([level, { zh, en, colour, hex }]) => ({
    level: Number(level),
    zh,
    en,
    colour,
    hex,
  })),
  levelMeanings: PUBLIC_LEVELS,
  caution: PUBLIC_LEVELS_CAUTION,
  kinds: ENTERPRISE_KINDS,
  harms: PUBLIC_HARMS,
}
