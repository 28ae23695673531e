import { ref, watchEffect } from 'vue'

type Theme = 'dark' | 'light'
const THEME_KEY = 'onemap.theme'

const theme = ref<Theme>(localStorage.getItem(THEME_KEY) === 'light' ? 'light' : 'dark')

watchEffect(() => {
  document.documentElement.dataset.theme = theme.value
  localStorage.setItem(THEME_KEY, theme.value)
})

/** Dark for the map and the wall, light for the desk; remembered on this device. */
export function useTheme() {
  return {
    theme,
    toggle: () => {
      theme.value = theme.value === 'dark' ? 'light' : 'dark'
    },
  }
}
