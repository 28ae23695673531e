import { shallowRef, watch } from 'vue'
import { splitShape } from '../../../map/grid-shapes/split.ts'
import type { Corner, Shape } from '../../../map/grid-shapes/shape.ts'
import { labelPoint } from '../../../map/borders.ts'
import { geometryOf } from '../../../map/grid-shapes/shape.ts'
import { inside } from '../../../map/ring.ts'
import type { AreaCollection } from '../../../map/types.ts'
import type { Pending } from './pending.ts'
import { gridOf, type Plan } from './plan.ts'

type Refused = Extract<ReturnType<typeof splitShape>, { ok: false }>['reason']

/** What was drawn by hand or typed, until it has a name; or why it is of no use. */
export function useDrawing(
  plan: () => Plan,
  chosenId: () => string | null,
  towns: () => AreaCollection['features'],
) {
  const pending = shallowRef<Pending | null>(null)
  const refused = shallowRef<Refused | null>(null)
  watch(plan, () => {
    refused.value = null
  })

  function townAt(shape: Shape): string {
    const [lon = 0, lat = 0] = labelPoint(geometryOf(shape))
    return (
      towns().find((town) => inside([town], [lon, lat]))?.properties.code ??
      plan().grids[0]?.townCode ??
      ''
    )
  }

  return {
    pending,
    refused,
    /** Parts the chosen grid along a line. */
    line(corners: Corner[]): void {
      const grid = gridOf(plan(), chosenId())
      if (grid === undefined) return
      const parts = splitShape(grid.shape, corners)
      refused.value = parts.ok ? null : parts.reason
      pending.value = parts.ok
        ? { kind: 'split', gridId: grid.id, townCode: grid.townCode, halves: parts.halves }
        : null
    },
    draw(shape: Shape): void {
      refused.value = null
      pending.value = { kind: 'drawn', townCode: townAt(shape), shape }
    },
    drop(): void {
      pending.value = null
      refused.value = null
    },
  }
}
