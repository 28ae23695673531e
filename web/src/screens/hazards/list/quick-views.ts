import { OPEN_HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import type { HazardFilters } from './address.ts'

/** Hazards of the reader's scope, counted. */
interface HazardCounts {
  readonly total: number
  readonly open: number
  readonly overdue: number
  readonly majorOpen: number
  readonly byStatus: Readonly<Partial<Record<string, number>>>
}

interface QuickView {
  /** Key of its name below `hazards.views`. */
  readonly name: 'open' | 'overdue' | 'major' | 'toVerify' | 'toGrade' | 'toReview' | 'all'
  readonly filters: HazardFilters
  readonly count: (counts: HazardCounts) => number
}

const OPEN = OPEN_HAZARD_STATUSES.join(',')
const of =
  (status: string) =>
  ({ byStatus }: HazardCounts): number =>
    byStatus[status] ?? 0

/** The questions asked every day, each one tap away. */
export const QUICK_VIEWS: readonly QuickView[] = [
  { name: 'open', filters: { status: OPEN }, count: ({ open }) => open },
  { name: 'overdue', filters: { overdue: 'true' }, count: ({ overdue }) => overdue },
  { name: 'major', filters: { status: OPEN, grade: 'major' }, count: ({ majorOpen }) => majorOpen },
  { name: 'toVerify', filters: { status: 'reported' }, count: of('reported') },
  { name: 'toGrade', filters: { status: 'registered' }, count: of('registered') },
  { name: 'toReview', filters: { status: 'in-review' }, count: of('in-review') },
  { name: 'all', filters: {}, count: ({ total }) => total },
]
