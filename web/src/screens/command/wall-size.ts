import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'

/** Parts one below the other where there is little room, a desk's or wall's columns on both sides, or two columns on each side of a wide wall. */
type WallShape = 'stacked' | 'desk' | 'wide'

export interface WallSize {
  /** How much larger than at 1920 × 1080 everything is drawn; never smaller. */
  readonly scale: number
  /** Room in the pixels of 1920 × 1080. */
  readonly width: number
  readonly height: number
  readonly shape: WallShape
  /** Whether there is less room than the screen was drawn for. */
  readonly tight: boolean
}

const WIDTH = 1920
const HEIGHT = 1080
/** Below these the columns would leave the map no room: a telephone, an old projector, a page at 200 %. */
const LEAST_WIDTH = 1280
const LEAST_HEIGHT = 680
const WIDE = 2800

function shapeOf(width: number, height: number): WallShape {
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT) return 'stacked'
  return width >= WIDE ? 'wide' : 'desk'
}

/** The screen was drawn for 1920 × 1080: a larger one shows it larger, a wider one shows more beside each other. */
export function wallSize(innerWidth: number, innerHeight: number): WallSize {
  const scale = Math.max(1, Math.min(innerWidth / WIDTH, innerHeight / HEIGHT))
  const width = innerWidth / scale
  const height = innerHeight / scale
  return {
    scale,
    width,
    height,
    shape: shapeOf(width, height),
    tight: width < 1600 || height < 900,
  }
}

export function useWallSize(): ComputedRef<WallSize> {
  const room = ref([innerWidth, innerHeight] as const)
  const measure = (): void => {
    room.value = [innerWidth, innerHeight]
  }
  addEventListener('resize', measure)
  onScopeDispose(() => removeEventListener('resize', measure))
  return computed(() => wallSize(...room.value))
}
