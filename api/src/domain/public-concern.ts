import { codesOf, type Dictionary, type Label } from './dictionary.ts'

interface ConcernStatusEntry extends Label {
  /** What the reporter reads; it tells a stage and nothing of what was found. */
  readonly told: Label
}

/** 群众反映: how far it has come. */
export const CONCERN_STATUSES = {
  received: {
    zh: '待核实',
    en: 'Received',
    told: {
      zh: '已收到，等待核实。一般在 3 个工作日内有人处理。',
      en: 'Received and waiting to be checked, as a rule within 3 working days.',
    },
  },
  accepted: {
    zh: '已受理',
    en: 'Accepted',
    told: {
      zh: '已受理，转入隐患治理，正在办理。',
      en: 'Accepted: it is now being dealt with as a reported hazard.',
    },
  },
  declined: {
    zh: '不予受理',
    en: 'Declined',
    told: {
      zh: '经核实不予受理，说明见下。',
      en: 'Checked and not taken up; see the reason below.',
    },
  },
} as const satisfies Dictionary<string, ConcernStatusEntry>

export type ConcernStatus = keyof typeof CONCERN_STATUSES
export const CONCERN_STATUS_CODES = codesOf(CONCERN_STATUSES)

/** What a reporter may write, in characters. */
export const CONCERN_LIMITS = { text: 2000, place: 200, reply: 500 } as const
