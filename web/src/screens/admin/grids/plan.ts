import { united, without, adjoin, overlap } from '../../../map/grid-shapes/combine.ts'
import { cornerEdit, followed } from '../../../map/grid-shapes/follow.ts'
import { sameShape, type Shape } from '../../../map/grid-shapes/shape.ts'

/** A grid as the editor works with it. */
export interface PlannedGrid {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly townCode: string
  /** Null: it is not registered yet. */
  readonly version: number | null
  readonly shape: Shape
}

/** How the grids shall be. */
export interface Plan {
  readonly grids: readonly PlannedGrid[]
  /** Grids that shall be dissolved, and who takes each over. */
  readonly heirs: Readonly<Record<string, string>>
}

/** What a grid is called. */
export type GridNames = Pick<PlannedGrid, 'code' | 'name' | 'townCode'>

export const gridOf = (plan: Plan, id: string | null): PlannedGrid | undefined =>
  plan.grids.find((grid) => grid.id === id)

function withShapes(plan: Plan, shapes: ReadonlyMap<string, Shape>): Plan {
  return {
    ...plan,
    grids: plan.grids.map((grid) => ({ ...grid, shape: shapes.get(grid.id) ?? grid.shape })),
  }
}

/**
 * Gives a grid another boundary.
 * @param linked whether neighbours follow where they share the corner or the edge
 */
export function reshape(plan: Plan, id: string, shape: Shape, linked: boolean): Plan {
  const grid = gridOf(plan, id)
  if (grid === undefined || sameShape(grid.shape, shape)) return plan
  const edit = linked ? cornerEdit(grid.shape, shape) : null
  return withShapes(
    plan,
    new Map(
      plan.grids.map((each) => [
        each.id,
        each.id === id ? shape : edit === null ? each.shape : followed(each.shape, edit),
      ]),
    ),
  )
}

/** Keeps one half under the old name and registers the other as a new grid. */
export function split(
  plan: Plan,
  id: string,
  [kept, given]: readonly [Shape, Shape],
  fresh: GridNames & { readonly id: string },
): Plan {
  const grid = gridOf(plan, id)
  if (grid === undefined) return plan
  const at = plan.grids.indexOf(grid)
  return {
    ...plan,
    grids: [
      ...plan.grids.slice(0, at),
      { ...grid, shape: kept },
      { ...fresh, version: null, shape: given },
      ...plan.grids.slice(at + 1),
    ],
  }
}

/** Joins a grid to a neighbour, which takes over what it had. */
export function merge(plan: Plan, keptId: string, goneId: string): Plan {
  const [kept, gone] = [gridOf(plan, keptId), gridOf(plan, goneId)]
  if (kept === undefined || gone === undefined || keptId === goneId) return plan
  const heirs = Object.fromEntries(
    Object.entries(plan.heirs).map(([id, heir]) => [id, heir === goneId ? keptId : heir]),
  )
  return {
    grids: plan.grids
      .filter(({ id }) => id !== goneId)
      .map((grid) =>
        grid.id === keptId ? { ...grid, shape: united(kept.shape, gone.shape) } : grid,
      ),
    heirs: gone.version === null ? heirs : { ...heirs, [goneId]: keptId },
  }
}

/**
 * Registers a new grid.
 * @param taking true: what it covers is taken from who has it; false: it gets only what nobody has
 * @returns null where nothing is left for it, or nothing for somebody else
 */
export function found(
  plan: Plan,
  shape: Shape,
  fresh: GridNames & { readonly id: string },
  taking: boolean,
): Plan | null {
  const others = plan.grids.filter((grid) => overlap(grid.shape, shape))
  const own =
    taking || others.length === 0 ? shape : without(shape, ...others.map((grid) => grid.shape))
  const left = new Map(taking ? others.map((grid) => [grid.id, without(grid.shape, shape)]) : [])
  if (own.length === 0 || [...left.values()].some((rest) => rest.length === 0)) return null
  return {
    ...plan,
    grids: [...withShapes(plan, left).grids, { ...fresh, version: null, shape: own }],
  }
}

export function rename(plan: Plan, id: string, names: GridNames): Plan {
  return {
    ...plan,
    grids: plan.grids.map((grid) => (grid.id === id ? { ...grid, ...names } : grid)),
  }
}

/** Gives land that lies in two grids to one of them. */
export function settleOverlap(plan: Plan, [keptId, givingId]: readonly [string, string]): Plan {
  const [kept, giving] = [gridOf(plan, keptId), gridOf(plan, givingId)]
  if (kept === undefined || giving === undefined) return plan
  const rest = without(giving.shape, kept.shape)
  return rest.length === 0 ? plan : withShapes(plan, new Map([[givingId, rest]]))
}

/** Gives land that lies in no grid to one. */
export function fillGap(plan: Plan, id: string, gap: Shape): Plan {
  const grid = gridOf(plan, id)
  return grid === undefined ? plan : withShapes(plan, new Map([[id, united(grid.shape, gap)]]))
}

/** Who lies next to an area, in the plan's order. */
export const neighboursOf = (plan: Plan, shape: Shape, exceptId?: string): PlannedGrid[] =>
  plan.grids.filter((grid) => grid.id !== exceptId && adjoin(grid.shape, shape))

/** The next code of a town that is free: 370405001-G04 after G03. */
export function nextCode(plan: Plan, townCode: string, taken: readonly string[] = []): string {
  const codes = [...plan.grids.map(({ code }) => code), ...taken].filter((code) =>
    code.startsWith(`${townCode}-G`),
  )
  const last = Math.max(
    0,
    ...codes.map((code) => Number.parseInt(code.slice(townCode.length + 2), 10) || 0),
  )
  return `${townCode}-G${String(last + 1).padStart(2, '0')}`
}
