import { codesOf, type Dictionary } from './dictionary.ts'

/** 挂牌督办: at which rank a major hazard is listed. */
export const SUPERVISION_LEVELS = {
  county: { zh: '区级', en: 'District' },
  city: { zh: '市级', en: 'City' },
  province: { zh: '省级', en: 'Province' },
} as const satisfies Dictionary

export type SupervisionLevel = keyof typeof SUPERVISION_LEVELS
export const SUPERVISION_LEVEL_CODES = codesOf(SUPERVISION_LEVELS)

/** Whether a hazard is listed for supervision now, was, or never. */
export const SUPERVISIONS = {
  none: { zh: '未挂牌', en: 'Not listed' },
  listed: { zh: '已挂牌', en: 'Listed' },
  delisted: { zh: '已摘牌', en: 'Delisted' },
} as const satisfies Dictionary

export type Supervision = keyof typeof SUPERVISIONS
export const SUPERVISION_CODES = codesOf(SUPERVISIONS)

/** 延期: how the last request for a later deadline stands. */
export const EXTENSIONS = {
  none: { zh: '未申请延期', en: 'None requested' },
  pending: { zh: '延期待批', en: 'Awaiting decision' },
  approved: { zh: '已批准延期', en: 'Approved' },
  rejected: { zh: '未批准延期', en: 'Rejected' },
} as const satisfies Dictionary

export type Extension = keyof typeof EXTENSIONS
export const EXTENSION_CODES = codesOf(EXTENSIONS)

/** Who ordered work to stop, and so who lets it resume. */
export const WORK_STOPPERS = {
  enterprise: { zh: '企业自行停产', en: 'Stopped by the enterprise' },
  bureau: { zh: '主管部门责令停产', en: 'Ordered by the bureau' },
} as const satisfies Dictionary

export type WorkStopper = keyof typeof WORK_STOPPERS
export const WORK_STOPPER_CODES = codesOf(WORK_STOPPERS)
