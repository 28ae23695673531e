import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import { daysBetween } from './overdue.ts'

interface ReminderStep extends Label {
  /** Days from the deadline: negative before it, positive after it. */
  readonly day: number
}

/** 到期提醒、超期升级: on which days from the deadline somebody is told, each once for one deadline. */
export const REMINDER_STEPS = {
  'T-3': { zh: '距整改期限3日', en: '3 days to the deadline', day: -3 },
  'T-1': { zh: '距整改期限1日', en: '1 day to the deadline', day: -1 },
  'T+1': { zh: '超期1日，告知属地网格', en: '1 day overdue: the grid is told', day: 1 },
  'T+3': { zh: '超期3日，告知主管科室', en: '3 days overdue: the office is told', day: 3 },
  'T+7': { zh: '超期7日，提请督办', en: '7 days overdue: supervision is proposed', day: 7 },
} as const satisfies Dictionary<string, ReminderStep>

export type ReminderStepCode = keyof typeof REMINDER_STEPS
export const REMINDER_STEP_CODES = codesOf(REMINDER_STEPS)

/**
 * The one step that is due on a day, `YYYY-MM-DD`; undefined before the first. A server that slept through several
 * days says the latest alone: what is three days overdue is no longer due tomorrow.
 */
export function reminderDue(deadline: string, today: string): ReminderStepCode | undefined {
  const day = daysBetween(deadline, today)
  return REMINDER_STEP_CODES.findLast((code) => {
    const from = REMINDER_STEPS[code].day
    return from <= day && (from > 0 || day <= 0)
  })
}
