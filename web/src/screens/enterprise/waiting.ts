import type { HazardStatus } from '@onemap/api/domain/hazard'
import type { ReceiptState } from '@onemap/api/domain/neighbour-notice'
import type { RouteLocationRaw } from 'vue-router'

/** One kind of thing that waits for the enterprise. */
export interface Waiting {
  /** Key of its sentence below `workspace.waits`. */
  readonly name:
    | 'overdue'
    | 'extension'
    | 'verify'
    | 'grade'
    | 'notify'
    | 'sign'
    | 'rectify'
    | 'review'
    | 'close'
    | 'unassessed'
    | 'incomplete'
    | 'failed'
    | 'inspections'
    | 'orders'
    | 'tell'
    | 'told'
  readonly count: number
  readonly to: RouteLocationRaw
  /** Stands out: a limit has passed, or a control does not hold. */
  readonly urgent?: boolean
}

/** What each status of a hazard waits for, in the order of the closed loop. */
const STEPS = [
  ['reported', 'verify'],
  ['registered', 'grade'],
  ['graded', 'notify'],
  ['notified', 'sign'],
  ['rectifying', 'rectify'],
  ['in-review', 'review'],
  ['accepted', 'close'],
] as const satisfies readonly (readonly [HazardStatus, Waiting['name']])[]

interface Hazards {
  readonly byStatus: Readonly<Record<HazardStatus, number>>
  readonly overdue: number
}

/** What waits because of hazards: the overdue first, then in the order of the closed loop. */
export function waitingHazards(
  { byStatus, overdue }: Hazards,
  enterpriseId: string,
  /** Requests for a longer deadline that somebody has to decide. */
  extensions = 0,
): readonly Waiting[] {
  const link = (query: Record<string, string>): RouteLocationRaw => ({
    path: '/hazards',
    query: { enterpriseId, ...query },
  })
  const late: Waiting = {
    name: 'overdue',
    count: overdue,
    urgent: true,
    to: link({ overdue: 'true' }),
  }
  return [
    late,
    { name: 'extension' as const, count: extensions, to: link({ extension: 'pending' }) },
    ...STEPS.map(([status, name]): Waiting => ({
      name,
      count: byStatus[status],
      to: link({ status }),
    })),
  ].filter(({ count }) => count > 0)
}

interface Due {
  readonly inspections:
    | { readonly due: number; readonly 'in-progress': number; readonly overdue: number }
    | undefined
  readonly orders: readonly { readonly overdue: boolean }[] | undefined
}

/** What waits because somebody set a day: inspections, and orders of the bureau; urgent once the day has passed. */
export function waitingDue(
  { inspections, orders = [] }: Due,
  enterpriseId: string,
): readonly Waiting[] {
  const tasks =
    inspections === undefined
      ? 0
      : inspections.due + inspections['in-progress'] + inspections.overdue
  const all: readonly Waiting[] = [
    {
      name: 'orders',
      count: orders.length,
      urgent: orders.some(({ overdue }) => overdue),
      to: { path: '/orders', query: { enterpriseId } },
    },
    {
      name: 'inspections',
      count: tasks,
      urgent: (inspections?.overdue ?? 0) > 0,
      to: { path: '/inspections', query: { enterpriseId } },
    },
  ]
  return all.filter(({ count }) => count > 0)
}

interface Telling {
  readonly drafts: number | undefined
  readonly unsigned: readonly { readonly state: ReceiptState }[] | undefined
}

/** What waits between neighbours: notices to approve, and receipts to sign; urgent once a receipt is late. */
export function waitingNotices({ drafts = 0, unsigned = [] }: Telling): readonly Waiting[] {
  const all: readonly Waiting[] = [
    {
      name: 'told',
      count: unsigned.length,
      urgent: unsigned.some(({ state }) => state === 'late'),
      to: { name: 'received-notices' },
    },
    { name: 'tell', count: drafts, to: { name: 'notices', query: { status: 'draft' } } },
  ]
  return all.filter(({ count }) => count > 0)
}

interface Point {
  readonly level: number | null
  readonly missing: readonly unknown[]
  readonly sources: readonly { readonly measures: readonly { readonly status: string }[] }[]
}

/** What waits because of risk points: controls that failed, points that are not assessed, points that lack something. */
export function waitingPoints(
  points: readonly Point[],
  list: (query: Record<string, string>) => RouteLocationRaw,
): readonly Waiting[] {
  const failed = points.filter(({ sources }) =>
    sources.some(({ measures }) => measures.some(({ status }) => status === 'failed')),
  ).length
  const unassessed = points.filter(({ level }) => level === null).length
  const incomplete = points.filter(
    ({ level, missing }) => level !== null && missing.length > 0,
  ).length
  const all: readonly Waiting[] = [
    { name: 'failed', count: failed, urgent: true, to: list({ failed: '1' }) },
    { name: 'unassessed', count: unassessed, to: list({ level: 'none' }) },
    { name: 'incomplete', count: incomplete, to: list({ incomplete: '1' }) },
  ]
  return all.filter(({ count }) => count > 0)
}
