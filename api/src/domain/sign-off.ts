import { codesOf, type Dictionary } from './dictionary.ts'

/** 签批: how a request for somebody's approval stands. */
export const SIGN_OFF_STATES = {
  pending: { zh: '待批', en: 'Awaiting decision' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '未批准', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
} as const satisfies Dictionary

export type SignOffState = keyof typeof SIGN_OFF_STATES
export const SIGN_OFF_STATE_CODES = codesOf(SIGN_OFF_STATES)

/** What can be decided about a request, and by which word. */
export const SIGN_OFF_DECISIONS = {
  approved: { zh: '批准', en: 'Approve' },
  refused: { zh: '不批准', en: 'Refuse' },
} as const satisfies Dictionary

export type SignOffDecision = keyof typeof SIGN_OFF_DECISIONS
export const SIGN_OFF_DECISION_CODES = codesOf(SIGN_OFF_DECISIONS)

/** What requests are about. */
export const SIGN_OFF_SUBJECTS = {
  hazard: { zh: '隐患', en: 'Hazard' },
} as const satisfies Dictionary

export type SignOffSubject = keyof typeof SIGN_OFF_SUBJECTS
export const SIGN_OFF_SUBJECT_CODES = codesOf(SIGN_OFF_SUBJECTS)
