import { ENERGY_THEMES } from './themes/energy.ts'
import { FIRE_THEMES } from './themes/fire.ts'
import { HEALTH_THEMES } from './themes/health.ts'
import { MOTION_THEMES } from './themes/motion.ts'
import { PLACE_THEMES } from './themes/places.ts'
import { PRESSURE_THEMES } from './themes/pressure.ts'
import { TOXIC_THEMES } from './themes/toxic.ts'
import { WORK_THEMES } from './themes/work.ts'

/** Every kind of danger of the library. */
export const THEMES = {
  ...PRESSURE_THEMES,
  ...TOXIC_THEMES,
  ...FIRE_THEMES,
  ...MOTION_THEMES,
  ...ENERGY_THEMES,
  ...WORK_THEMES,
  ...HEALTH_THEMES,
  ...PLACE_THEMES,
}

export type ThemeKey = keyof typeof THEMES
