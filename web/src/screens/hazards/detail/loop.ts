import type { HazardStatus } from '@onemap/api/domain/hazard'
import type { Hazard } from '../queries.ts'

/** A station of the closed loop as one hazard sees it. */
export interface LoopStep {
  readonly status: HazardStatus
  readonly standing: 'done' | 'now' | 'ahead'
  /** When the hazard last came here. */
  readonly at: string | null
}

const COURSE: readonly HazardStatus[] = [
  'reported',
  'registered',
  'graded',
  'notified',
  'rectifying',
  'in-review',
  'accepted',
  'closed',
]
/** Left out by what is fixed on the spot. */
const BY_DEADLINE: readonly HazardStatus[] = ['notified', 'rectifying']

/** The stations a hazard has passed, stands at and has before it; a void one ends where it was. */
export function loopOf({
  status,
  treatment,
  events,
}: Pick<Hazard, 'status' | 'treatment' | 'events'>): LoopStep[] {
  const arrived = (station: HazardStatus): string | null =>
    events.findLast(({ fromStatus, toStatus }) => toStatus === station && fromStatus !== station)
      ?.occurredAt ?? null
  const course =
    status === 'void'
      ? [...COURSE.filter((station) => arrived(station) !== null), status]
      : COURSE.filter(
          (station) =>
            treatment !== 'on-the-spot' ||
            !BY_DEADLINE.includes(station) ||
            arrived(station) !== null,
        )
  const now = course.indexOf(status)
  return course.map((station, index) => ({
    status: station,
    standing: index < now ? 'done' : index === now ? 'now' : 'ahead',
    at: index > now ? null : arrived(station),
  }))
}
