import type { DrawnGrid, FoundLand, MovingObject } from '../../../map/grid-scene.ts'
import { sameShape } from '../../../map/grid-shapes/shape.ts'
import type { Plan, PlannedGrid } from './plan.ts'
import type { GridReport } from './requests.ts'

/** What the map shows of a plan and of what it would do. */
export function sceneOf(
  base: readonly PlannedGrid[],
  plan: Plan,
  report: GridReport | null,
  labelOf: (kind: FoundLand['kind'], areaM2: number) => string,
) {
  const was = new Map(base.map((grid) => [grid.id, grid]))
  const grids = plan.grids.map(({ id, name, shape }): DrawnGrid => {
    const before = was.get(id)
    return {
      id,
      name,
      shape,
      state: before === undefined ? 'new' : sameShape(before.shape, shape) ? 'same' : 'changed',
    }
  })
  const land =
    (kind: FoundLand['kind']) =>
    ({ areaM2, geometry }: Pick<GridReport['gaps'][number], 'areaM2' | 'geometry'>): FoundLand => ({
      kind,
      label: labelOf(kind, areaM2),
      geometry,
    })
  const lands: readonly FoundLand[] =
    report === null
      ? []
      : [...report.gaps.map(land('gap')), ...report.overlaps.map(land('overlap'))]
  const moving: readonly MovingObject[] = report?.moves ?? []
  return { grids, lands, moving }
}
