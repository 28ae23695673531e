import { dayAfter } from '@onemap/api/domain/calendar'
import type { FindingResult } from '@onemap/api/domain/inspection-kind'
import { windowsUntil, type TaskWindow } from '@onemap/api/domain/inspection-frequency'
import { instant } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Checklist, ItemRow } from './checklists.ts'
import type { Firm } from './firms.ts'

export interface FindingRow {
  readonly itemId: string
  readonly result: FindingResult
  readonly note: string
  readonly hazardId: string
  readonly by: string
  readonly at: Date
}

/** A task and how far it has come. */
export interface Round extends TaskWindow {
  readonly id: string
  readonly startedAt: Date | null
  readonly completedAt: Date | null
  readonly summary: string
  readonly findings: readonly FindingRow[]
}

const MORNING = 8 * 60 + 30

/** The tasks of a checklist until today: most of the past ones done, today's waiting, one begun. */
export function goRound(random: Random, firm: Firm, checklist: Checklist, asOf: string): Round[] {
  const { from, to, frequency, diligence } = checklist
  const windows = windowsUntil({ frequency, from, to, since: from }, asOf)
  return windows.map((window): Round => {
    const id = random.uuid()
    const past = window.dueOn < asOf
    // Who has an account finds something to make up for.
    const forgotten =
      frequency === 'monthly' && firm.safetyOfficerId !== null && window === windows.at(-2)
    const begun = !past && frequency === 'weekly'
    if (!begun && !(past && !forgotten && random.chance(diligence)))
      return { ...window, id, startedAt: null, completedAt: null, summary: '', findings: [] }
    const day = begun
      ? window.opensOn
      : dayAfter(window.opensOn, past ? random.int(0, daysIn(window)) : 0)
    const checked = begun ? checklist.items.slice(0, 2) : checklist.items
    const findings = checked.map((item, index) =>
      look(
        random,
        firm,
        item,
        checklist.assignee,
        day,
        (day < asOf ? MORNING : 5) + index * random.int(2, 5),
      ),
    )
    const last = findings.at(-1)?.at ?? null
    const failed = findings.filter(({ result }) => result === 'fail').length
    return {
      ...window,
      id,
      startedAt: findings[0]?.at ?? null,
      completedAt: begun ? null : last,
      summary: begun ? '' : failed === 0 ? '各项正常。' : `发现 ${failed} 项不合格，已上报隐患。`,
      findings,
    }
  })
}

function daysIn({ opensOn, dueOn }: TaskWindow): number {
  return Math.round((Date.parse(dueOn) - Date.parse(opensOn)) / 86_400_000)
}

/** A failure needs a hazard: only where one was found at the same risk point about that day. */
function look(
  random: Random,
  { hazards }: Firm,
  { id, riskPointId, subject }: ItemRow,
  by: string,
  day: string,
  minute: number,
): FindingRow {
  const at = instant(day, minute)
  const known =
    riskPointId === null
      ? undefined
      : hazards.find(
          (hazard) =>
            hazard.riskPointId === riskPointId &&
            hazard.on <= day &&
            hazard.on >= dayAfter(day, -30),
        )
  if (known !== undefined && random.chance(0.5))
    return { itemId: id, result: 'fail', note: known.description, hazardId: known.id, by, at }
  const idle = subject === 'equipment' && random.chance(0.06)
  return {
    itemId: id,
    result: idle ? 'not-applicable' : 'ok',
    note: idle ? '设备停用' : '',
    hazardId: random.uuid(),
    by,
    at,
  }
}
