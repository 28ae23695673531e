import { RISK_LEVEL_ORDER, type RiskLevel } from '@onemap/api/domain/risk-level'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { isToVisit, type Stop } from './standing.ts'

export const MINE_VIEWS = ['due', 'overdue', 'hazards', 'all'] as const
type MineView = (typeof MINE_VIEWS)[number]

/** What the screen of one's grid shows, as its address says. */
export interface MineFilters {
  readonly view: MineView
  /** 0: not assessed. Empty: every level. */
  readonly levels: readonly (RiskLevel | 0)[]
  /** The object that is looked at. */
  readonly at: string | null
}

export function readMine({ show, level, at }: LocationQuery): MineFilters {
  const asked = typeof level === 'string' ? level.split(',') : []
  return {
    view: MINE_VIEWS.find((view) => view === show) ?? 'due',
    levels: [...RISK_LEVEL_ORDER, 0 as const].filter((one) => asked.includes(String(one))),
    at: typeof at === 'string' ? at : null,
  }
}

export function writeMine({ view, levels, at }: MineFilters): LocationQueryRaw {
  return {
    ...(view === 'due' ? {} : { show: view }),
    ...(levels.length === 0 ? {} : { level: levels.join(',') }),
    ...(at === null ? {} : { at }),
  }
}

const HOLDS: Readonly<Record<MineView, (stop: Stop) => boolean>> = {
  due: isToVisit,
  overdue: ({ state }) => state === 'overdue',
  hazards: ({ hazards }) => hazards.length > 0,
  all: () => true,
}

/** The objects of a view, whatever their level. */
export const inView = (stops: readonly Stop[], view: MineView): Stop[] => stops.filter(HOLDS[view])

/** The objects that are shown. */
export function shownOf(
  stops: readonly Stop[],
  { view, levels }: Pick<MineFilters, 'view' | 'levels'>,
): Stop[] {
  return inView(stops, view).filter(
    ({ level }) => levels.length === 0 || levels.includes(level ?? 0),
  )
}
