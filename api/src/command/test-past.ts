import type { Tx } from '../db/database.ts'
import { hazardEvents, hazards } from '../db/schema/hazards.ts'
import { idOf, placeOf, pointAt } from '../db/test-fixture-places.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import { dayNumber, dayOfNumber } from '../domain/calendar.ts'
import { applyEvent, TRANSITIONS } from '../domain/hazard-lifecycle.ts'
import { SUPERVISION_LEVEL_CODES } from '../domain/hazard-supervision.ts'
import type { HazardState } from '../domain/hazard-state.ts'
import { todayInChina } from '../domain/overdue.ts'

/** Numbers from 0 to 1, the same ones every time. */
export function drawing(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    next,
    int: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    pick: <T>(items: readonly T[]): T => pickOf(items, next()),
  }
}
export type Draw = ReturnType<typeof drawing>

function pickOf<T>(items: readonly T[], at: number): T {
  const item = items[Math.floor(at * items.length)]
  if (item === undefined) throw new Error('nothing to draw from')
  return item
}

/** One step of the log that the past is rebuilt from. */
interface Step {
  readonly at: Date
  readonly state: HazardState
}

/** A hazard with its log. */
export interface Logged {
  readonly enterprise: number
  readonly id: string
  readonly reportedAt: Date
  readonly steps: readonly Step[]
}

/** Hazards that went at random through the closed loop within 400 days before `now`, with their events. */
export async function plantHazardYear(
  tx: Tx,
  draw: Draw,
  count: number,
  now: Date,
): Promise<Logged[]> {
  const planted: Logged[] = []
  const rows: (typeof hazards.$inferInsert)[] = []
  const log: (typeof hazardEvents.$inferInsert)[] = []
  for (let number = 1; number <= count; number++) {
    const enterprise = draw.int(1, 7)
    const { enterpriseId, gridId, officeId, townCode, at } = placeOf(enterprise)
    const id = idOf('7', number)
    const { steps, events } = walk(draw, now)
    const last = steps.at(-1)
    const [first] = steps
    if (last === undefined || first === undefined) throw new Error('a hazard has been reported')
    const {
      status,
      grade,
      treatment,
      deadline,
      round,
      acceptedAt,
      closedAt,
      criteria,
      extension,
      extensionDeadline,
      supervision,
      supervisionLevel,
      workStopBy,
    } = last.state
    rows.push({
      enterpriseId,
      gridId,
      officeId,
      townCode,
      id,
      no: 1000 + number,
      code: `YH-${1000 + number}`,
      description: `隐患${number}`,
      geom: pointAt(...at),
      origin: 'daily',
      status,
      grade,
      treatment,
      deadline,
      round,
      acceptedAt,
      closedAt,
      criteria,
      extension,
      extensionDeadline,
      supervision,
      supervisionLevel,
      workStop: workStopBy !== null,
      workStopBy,
      reportedAt: first.at,
      lastSeq: steps.length,
    })
    log.push(
      ...events.map((event, index) => ({
        enterpriseId,
        gridId,
        officeId,
        hazardId: id,
        seq: index + 1,
        ...event,
      })),
    )
    planted.push({ enterprise, id, reportedAt: first.at, steps })
  }
  await tx.insert(hazards).values(rows)
  await tx.insert(hazardEvents).values(log)
  return planted
}

type Event = Pick<
  typeof hazardEvents.$inferInsert,
  | 'type'
  | 'fromStatus'
  | 'toStatus'
  | 'actorName'
  | 'actorRole'
  | 'occurredAt'
  | 'opinion'
  | 'detail'
>

function walk(draw: Draw, now: Date): { steps: Step[]; events: Event[] } {
  const steps: Step[] = []
  const events: Event[] = []
  let state: HazardState | null = null
  let at = new Date(now.getTime() - draw.int(1, 400 * 24) * 3_600_000)
  const wanted = draw.int(1, 14)
  for (let attempt = 0; attempt < 200 && steps.length < wanted; attempt++) {
    const from: string | null = state === null ? null : state.status
    const possible = TRANSITIONS.filter((transition) => transition.from === from)
    if (possible.length === 0) break
    const { event, roles } = draw.pick(possible)
    const actor = { id: draw.pick(['李', '王', '赵']), role: draw.pick(roles) }
    const { opinion, ...detail } = contextAt(draw, at)
    const outcome = applyEvent(state, event, actor, { ...detail, opinion, at })
    if (!outcome.ok) continue
    events.push({
      type: event,
      fromStatus: state === null ? null : state.status,
      toStatus: outcome.state.status,
      actorName: actor.id,
      actorRole: actor.role,
      occurredAt: at,
      opinion,
      detail,
    })
    state = outcome.state
    steps.push({ at, state })
    // Often on the same day.
    at = new Date(
      at.getTime() + (draw.next() < 0.3 ? draw.int(1, 5) : draw.int(6, 20 * 24)) * 3_600_000,
    )
    if (at > now) break
  }
  return { steps, events }
}

function contextAt(draw: Draw, at: Date): Omit<HazardEventContext, 'at'> & { opinion: string } {
  const deadline = dayOfNumber(dayNumber(todayInChina(at)) + draw.int(1, 30))
  return {
    place: '罐区',
    description: '隐患',
    reason: '理由充分',
    opinion: '同意',
    mergedInto: 'YH1',
    criteria: '依据',
    duplicatesChecked: true,
    evidence: ['a.jpg'],
    photosBefore: ['a.jpg'],
    photosAfter: ['b.jpg'],
    grade: draw.pick(['general', 'general', 'major']),
    responsible: '李',
    cost: 0,
    plan: {
      responsibility: '李',
      measures: '修',
      funds: '2万',
      timeLimit: '月底',
      contingency: '停',
    },
    level: draw.pick(SUPERVISION_LEVEL_CODES),
    documentNo: '1号',
    authority: '安委会',
    department: '经信局',
    ...(draw.next() < 0.8 ? { deadline } : {}),
  }
}

/** How a hazard stood at the end of a day in China; undefined before it was reported. */
export function stateOn({ steps }: Logged, day: string): HazardState | undefined {
  return steps.findLast(({ at }) => todayInChina(at) <= day)?.state
}
