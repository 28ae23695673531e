import { todayInChina } from '@onemap/api/domain/overdue'
import type { PatrolState } from '@onemap/api/domain/patrol'
import type { OutboxEntry } from '../../../offline/outbox-entry.ts'
import type { PatrolObject } from '../queries.ts'

/** How an object stands for who patrols it, as far as this device knows. */
type StopState = PatrolState | 'unsent'

export interface Stop extends Omit<PatrolObject, 'state'> {
  /** `unsent`: visited, and the server does not know yet. */
  readonly state: StopState
  /** Days since the day that was missed; 0 unless overdue. */
  readonly daysLate: number
}

const DAY_MS = 86_400_000

/**
 * The objects with what this device knows besides: visits that are not sent yet, and days that went by since.
 * @param arrived objects whose visit the server has taken since it was asked
 */
export function stopsOf(
  objects: readonly PatrolObject[],
  outbox: readonly OutboxEntry[],
  now: Date,
  arrived: ReadonlySet<string> = new Set(),
): Stop[] {
  const today = todayInChina(now)
  const visited = new Set(
    outbox.flatMap((entry) => (entry.kind === 'visit' ? [entry.enterpriseId] : [])),
  )
  return objects.map((object) => {
    const passed = Math.round((Date.parse(today) - Date.parse(object.dueOn)) / DAY_MS)
    // What was kept before midnight may be late by now.
    const late = object.state === 'overdue' || (object.state === 'due' && passed > 0)
    const state: StopState = visited.has(object.id)
      ? 'unsent'
      : arrived.has(object.id)
        ? 'done'
        : late
          ? 'overdue'
          : object.state
    return { ...object, state, daysLate: state === 'overdue' ? Math.max(0, passed) : 0 }
  })
}

/** Objects whose visit arrived after the server was asked for its list. */
export function arrivedSince(
  arrivals: ReadonlyMap<string, Date>,
  at: Date | undefined,
): Set<string> {
  return new Set(
    [...arrivals].flatMap(([id, when]) => (at !== undefined && when >= at ? [id] : [])),
  )
}

/** Whether it waits for a visit now. */
export const isToVisit = ({ state }: Pick<Stop, 'state'>): boolean =>
  state === 'overdue' || state === 'due'
