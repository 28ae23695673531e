import { computed, shallowRef } from 'vue'
import { crosses } from '../../../map/ring.ts'
import type { LonLat } from '../../../map/types.ts'
import { dragged, placed, type MapWithin, type WithinArea } from '../../../map/within-area.ts'
import type { CommandState } from '../command-state.ts'

const asArea = (corners: readonly LonLat[]): WithinArea => ({ kind: 'shape', corners, radius: 0 })

/** The shape that figures and charts are limited to: being drawn corner by corner, or standing in the address. */
export function useDrawnShape(state: CommandState) {
  /** Null: nobody draws. */
  const corners = shallowRef<readonly LonLat[] | null>(null)
  const set = (area: WithinArea): void => {
    if (area.kind === 'shape') corners.value = area.corners
  }
  const crossing = computed(
    () => corners.value !== null && corners.value.length > 3 && crosses(corners.value),
  )

  return {
    corners,
    crossing,
    area: computed((): MapWithin | null => {
      const shape = corners.value ?? state.shape.value
      return shape === null
        ? null
        : { area: asArea(shape), targets: [], placing: corners.value !== null }
    }),
    shape: state.shape,
    may: computed(() => (corners.value?.length ?? 0) >= 3 && !crossing.value),
    begin: (): void => {
      corners.value = []
    },
    undo: (): void => {
      corners.value = corners.value?.slice(0, -1) ?? null
    },
    cancel: (): void => {
      corners.value = null
    },
    clear: (): void => state.setShape(null),
    finish(): void {
      if (corners.value !== null) state.setShape(corners.value)
      corners.value = null
    },
    place: (location: LonLat): void => {
      if (corners.value !== null) set(placed(asArea(corners.value), location))
    },
    drag: (index: number, location: LonLat): void => {
      if (corners.value !== null) set(dragged(asArea(corners.value), index, location))
    },
  }
}

export type DrawnShape = ReturnType<typeof useDrawnShape>
