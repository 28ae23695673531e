import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { PANEL_IDS } from './panels.ts'
import type { CommandData } from './command-data.ts'
import type { CommandState } from './command-state.ts'
import { PRESETS, placesOfPreset, type Preset } from './tour/presets.ts'

/** What keys, palette and buttons of the command screen can do. */
export function commandActions(state: CommandState, data: CommandData) {
  return {
    wholeDistrict: (): void => data.camera.value?.fitDistrict(),
    now(): void {
      state.setPlaying(false)
      state.setDay(null)
    },
    clear: (): void => state.clear(),
    overdueOnly: (): void => state.setFilters({ overdueOnly: !state.filters.value.overdueOnly }),
    level: (level: RiskLevel): void => state.toggleLevel(level),
    panels: (): void =>
      state.foldAll(state.folded.value.length === PANEL_IDS.length ? [] : PANEL_IDS),
    tour: (): void => state.setTouring(!state.touring.value),
    fullScreen: (): void =>
      void (
        document.fullscreenElement === null
          ? document.documentElement.requestFullscreen()
          : document.exitFullscreen()
      ).catch(() => undefined),
    preset(preset: Preset): void {
      state.replaceFilters(preset.filters)
      const places = placesOfPreset(data.snapshots.value, preset)
      if (places.length === 0) data.camera.value?.fitDistrict()
      else data.camera.value?.fitPlaces(places)
    },
    presets: PRESETS,
  }
}
