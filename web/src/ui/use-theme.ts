import { computed, onBeforeUnmount, ref, watchEffect } from 'vue'

type Theme = 'dark' | 'light'
const THEME_KEY = 'onemap.theme'

function remembered(): Theme | null {
  const kept = localStorage.getItem(THEME_KEY)
  return kept === 'dark' || kept === 'light' ? kept : null
}

const prefersLight = matchMedia('(prefers-color-scheme: light)')
const system = ref<Theme>(prefersLight.matches ? 'light' : 'dark')
prefersLight.addEventListener('change', ({ matches }) => {
  system.value = matches ? 'light' : 'dark'
})

/** Null until somebody chooses on this device. */
const chosen = ref(remembered())
/** How many screens on show are dark whatever was chosen, and how many until something is chosen. */
const walls = ref(0)
const maps = ref(0)

const theme = computed((): Theme => {
  if (walls.value > 0) return 'dark'
  return chosen.value ?? (maps.value > 0 ? 'dark' : system.value)
})
watchEffect(() => {
  document.documentElement.dataset.theme = theme.value
})

/** The desk and the telephone follow the system until somebody chooses; a choice is remembered on this device. */
export function useTheme() {
  return {
    theme,
    toggle: (): void => {
      chosen.value = theme.value === 'dark' ? 'light' : 'dark'
      localStorage.setItem(THEME_KEY, chosen.value)
    },
  }
}

function countWhileShown(screens: typeof walls): void {
  screens.value += 1
  onBeforeUnmount(() => {
    screens.value -= 1
  })
}

/** Keeps the page dark as long as the calling screen stands, whatever its reader chose elsewhere. */
export const useWallTheme = (): void => countWhileShown(walls)

/** Makes the page dark as long as the calling screen stands and nobody has chosen otherwise. */
export const useMapTheme = (): void => countWhileShown(maps)
