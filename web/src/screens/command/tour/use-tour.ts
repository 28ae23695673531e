import { computed, onScopeDispose, ref, watch } from 'vue'
import type { CommandData } from '../command-data.ts'
import type { CommandState } from '../command-state.ts'
import { useShownSnapshots } from '../time/shown-snapshots.ts'
import { tourStops } from './stops.ts'
import { useTourSettings } from './tour-settings.ts'

const CLOSE_ZOOM = 15.4
const PITCH = 52
/** What belongs to the tour's own controls, or to a card that is read, is no touch that stops it. */
const OWN = '[data-tour]'
const TOUCHES = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const

/**
 * The unattended tour: from what matters to what matters, a while at each, round after round. A touch or a key holds
 * it; it goes on once nobody touched anything for as long as was set.
 */
export function useTour(state: CommandState, data: CommandData) {
  const settings = useTourSettings()
  const shown = useShownSnapshots(state, data)
  const index = ref(-1)
  /** When it goes on by itself, epoch milliseconds; null while it moves or is held for good. */
  const resumesAt = ref<number | null>(null)
  const held = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined
  const stops = computed(() => tourStops(shown.value, state.filters.value))
  /** Number of the stop, from 1; 0: the whole district. */
  const at = computed(() => index.value + 1)

  function show(to: number): void {
    const all = stops.value
    index.value =
      all.length === 0
        ? -1
        : ((((to + 1) % (all.length + 1)) + all.length + 1) % (all.length + 1)) - 1
    const stop = all[index.value] ?? null
    data.stop.value = stop
    state.visit(stop?.selection ?? null)
    if (stop === null) return data.camera.value?.fitDistrict()
    const [lon, lat] = stop.location
    // Another side each time tells that the camera has moved on, and to where.
    data.camera.value?.flyTo({
      lon,
      lat,
      zoom: CLOSE_ZOOM,
      pitch: PITCH,
      bearing: ((index.value % 3) - 1) * 18,
    })
  }

  function schedule(): void {
    clearTimeout(timer)
    if (state.touring.value && !held.value)
      timer = setTimeout(() => {
        next()
      }, settings.value.dwell * 1000)
  }

  function next(): void {
    show(index.value + 1)
    schedule()
  }

  function hold(forGood = false): void {
    if (!state.touring.value) return
    held.value = true
    clearTimeout(timer)
    clearTimeout(idle)
    const seconds = forGood ? 0 : settings.value.idle
    resumesAt.value = seconds === 0 ? null : Date.now() + seconds * 1000
    if (seconds > 0) idle = setTimeout(goOn, seconds * 1000)
  }

  function goOn(): void {
    clearTimeout(idle)
    held.value = false
    resumesAt.value = null
    if (state.touring.value) next()
  }

  function touched(event: Event): void {
    const own = event.target instanceof Element && event.target.closest(OWN) !== null
    // What the presenter's keys do to the tour is done by whoever hears them.
    const presenter =
      event instanceof KeyboardEvent &&
      ['PageUp', 'PageDown', 'b', 'B', '.', 't', 'T'].includes(event.key)
    if (event.isTrusted && !own && !presenter) hold()
  }
  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true })

  watch(
    () => state.touring.value,
    (touring) => {
      clearTimeout(timer)
      clearTimeout(idle)
      held.value = false
      resumesAt.value = null
      if (!touring) data.stop.value = null
    },
  )
  // It begins when there is something to fly over: an address that tours may come before the data.
  const stopBeginning = watch(
    () => state.touring.value && data.camera.value !== null && stops.value.length > 0,
    (ready) => {
      if (!ready) return
      index.value = -1
      next()
    },
    { immediate: true, flush: 'post' },
  )
  watch(() => settings.value.dwell, schedule)
  onScopeDispose(() => {
    stopBeginning()
    clearTimeout(timer)
    clearTimeout(idle)
    for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true })
  })

  return {
    stops,
    at,
    held,
    resumesAt,
    next,
    toggle: (): void => state.setTouring(!state.touring.value),
    /** By hand, as with a presenter's remote: it stays there until the next press or until nobody touched anything. */
    step(by: 1 | -1): void {
      if (!state.touring.value) state.setTouring(true)
      hold()
      show(index.value + by)
    },
    hold,
    goOn,
  }
}
