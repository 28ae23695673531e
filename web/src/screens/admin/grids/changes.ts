import { geometryOf, sameShape } from '../../../map/grid-shapes/shape.ts'
import type { Plan, PlannedGrid } from './plan.ts'

/** A change of one grid, as the API takes it. */
export type GridChange =
  | {
      readonly kind: 'reshape'
      readonly id: string
      readonly version: number
      readonly geometry: ReturnType<typeof geometryOf>
    }
  | {
      readonly kind: 'create'
      readonly id: string
      readonly code: string
      readonly name: string
      readonly townCode: string
      readonly geometry: ReturnType<typeof geometryOf>
      readonly validFrom: string
    }
  | {
      readonly kind: 'rename'
      readonly id: string
      readonly version: number
      readonly name?: string
      readonly code?: string
      readonly townCode?: string
    }
  | {
      readonly kind: 'retire'
      readonly id: string
      readonly version: number
      readonly successorId: string
    }

const renamed = (was: PlannedGrid, { name, code, townCode }: PlannedGrid) => ({
  ...(name === was.name ? {} : { name }),
  ...(code === was.code ? {} : { code }),
  ...(townCode === was.townCode ? {} : { townCode }),
})

/**
 * What must be changed so that the grids become as planned; who takes over stands before who is dissolved.
 * @param today first day of new grids, `YYYY-MM-DD` in China
 */
export function changesOf(base: readonly PlannedGrid[], plan: Plan, today: string): GridChange[] {
  const was = new Map(base.map((grid) => [grid.id, grid]))
  const retired = base.flatMap(({ id, version }): GridChange[] => {
    const successorId = plan.heirs[id]
    return successorId === undefined || version === null
      ? []
      : [{ kind: 'retire', id, version, successorId }]
  })
  const changed = plan.grids.flatMap((grid): GridChange[] => {
    const before = was.get(grid.id)
    if (before === undefined || before.version === null) {
      const { id, code, name, townCode, shape } = grid
      return [
        { kind: 'create', id, code, name, townCode, geometry: geometryOf(shape), validFrom: today },
      ]
    }
    const { id, version } = before
    const names = renamed(before, grid)
    return [
      ...(Object.keys(names).length === 0
        ? []
        : [{ kind: 'rename' as const, id, version, ...names }]),
      ...(sameShape(before.shape, grid.shape)
        ? []
        : [{ kind: 'reshape' as const, id, version, geometry: geometryOf(grid.shape) }]),
    ]
  })
  return [...changed, ...retired]
}

/** A plan carried over to grids that somebody else changed meanwhile. */
interface Rebased {
  readonly plan: Plan
  /** Grids that both changed, by their present names. */
  readonly conflicts: readonly PlannedGrid[]
}

/**
 * Carries a plan over to the grids as they stand now: who was not touched is as it stands now.
 * @param prefer whose boundary a grid gets that both changed
 */
export function rebase(
  base: readonly PlannedGrid[],
  plan: Plan,
  now: readonly PlannedGrid[],
  prefer: 'mine' | 'theirs',
): Rebased {
  const [was, planned] = [
    new Map(base.map((grid) => [grid.id, grid])),
    new Map(plan.grids.map((grid) => [grid.id, grid])),
  ]
  const conflicts: PlannedGrid[] = []
  const standing = now.flatMap((current): PlannedGrid[] => {
    const [before, mine] = [was.get(current.id), planned.get(current.id)]
    if (before === undefined) return [current]
    const touched = mine === undefined || !sameGrid(before, mine)
    const moved = before.version !== current.version
    if (touched && moved) conflicts.push(current)
    if (!touched || (moved && prefer === 'theirs')) return [current]
    return mine === undefined ? [] : [{ ...mine, version: current.version }]
  })
  const ids = new Set([...standing.map(({ id }) => id), ...now.map(({ id }) => id)])
  const fresh = plan.grids.filter(({ id, version }) => version === null && !ids.has(id))
  const grids = [...standing, ...fresh]
  const alive = new Set(grids.map(({ id }) => id))
  const heirs = Object.fromEntries(
    Object.entries(plan.heirs).filter(
      ([id, heir]) => !alive.has(id) && alive.has(heir) && now.some((grid) => grid.id === id),
    ),
  )
  return { plan: { grids, heirs }, conflicts }
}

const sameGrid = (a: PlannedGrid, b: PlannedGrid): boolean =>
  a.code === b.code && a.name === b.name && a.townCode === b.townCode && sameShape(a.shape, b.shape)
