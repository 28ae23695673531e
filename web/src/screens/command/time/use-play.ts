import { dayNumber, dayOfNumber } from '@onemap/api/domain/calendar'
import { HISTORY_DAYS } from '@onemap/api/domain/history'
import { todayInChina } from '@onemap/api/domain/overdue'
import { computed, onScopeDispose, ref, watch } from 'vue'
import type { CommandData } from '../command-data.ts'
import type { CommandState } from '../command-state.ts'

/** Days a second. */
export const SPEEDS = [3, 10, 30] as const
/** Days a step. */
export const STEPS = [1, 7, 30] as const
const MINUTE_MS = 60_000

/** Goes through the past twelve months, day by day; days are numbers since 1970-01-01 in China. */
export function usePlay(state: CommandState, data: CommandData) {
  const today = ref(dayNumber(todayInChina(new Date())))
  const turn = setInterval(() => {
    today.value = dayNumber(todayInChina(new Date()))
  }, MINUTE_MS)
  const speed = ref<number>(SPEEDS[1])
  const step = ref<number>(STEPS[1])
  const first = computed(() => today.value - HISTORY_DAYS)
  const day = computed(() =>
    state.day.value === null
      ? today.value
      : Math.min(today.value, Math.max(first.value, dayNumber(state.day.value))),
  )
  let frame = 0
  let last = 0
  let part = 0

  /** The last day is now. */
  function go(to: number): void {
    state.setDay(to >= today.value ? null : dayOfNumber(Math.max(first.value, to)))
  }

  function run(time: number): void {
    frame = requestAnimationFrame(run)
    // It begins to go when the past is there, and counts from then.
    if (last === 0 || data.past.history.value === null) {
      last = time
      return
    }
    part += Math.min(1, (time - last) / 1000) * speed.value
    last = time
    const whole = Math.floor(part)
    if (whole === 0) return
    part -= whole
    go(day.value + whole)
    if (state.day.value === null) state.setPlaying(false)
  }

  watch(
    () => state.playing.value,
    (playing) => {
      cancelAnimationFrame(frame)
      last = 0
      part = 0
      if (!playing) return
      void data.past.load()
      if (state.day.value === null) go(first.value)
      frame = requestAnimationFrame(run)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    clearInterval(turn)
  })

  return {
    today,
    first,
    day,
    speed,
    step,
    /** By hand: it stops going by itself. */
    take(to: number): void {
      state.setPlaying(false)
      go(to)
    },
    toggle: (): void => state.setPlaying(!state.playing.value),
  }
}
