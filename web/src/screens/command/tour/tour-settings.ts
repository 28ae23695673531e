import { ref, watch } from 'vue'
import * as z from 'zod/mini'

const KEY = 'onemap.tour'
/** Seconds at each stop. */
export const DWELLS = [8, 12, 20, 40] as const
/** Seconds without a touch after which the tour goes on; 0: never by itself. */
export const IDLES = [30, 60, 180, 0] as const

const Settings = z.object({ dwell: z.number(), idle: z.number(), keys: z.boolean() })
type Settings = z.infer<typeof Settings>
const FIRST: Settings = { dwell: 12, idle: 60, keys: true }

function remembered(): Settings {
  try {
    return Settings.parse(JSON.parse(localStorage.getItem(KEY) ?? ''))
  } catch {
    return FIRST
  }
}

const settings = ref(remembered())
watch(settings, (now) => localStorage.setItem(KEY, JSON.stringify(now)), { deep: true })

/** How this screen tours, and whether single keys act; remembered on this device. */
export const useTourSettings = () => settings
