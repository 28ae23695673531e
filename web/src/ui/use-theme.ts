import { onBeforeUnmount, ref, watchEffect } from 'vue'

type Theme = 'dark' | 'light'
const THEME_KEY = 'onemap.theme'

const theme = ref<Theme>(localStorage.getItem(THEME_KEY) === 'light' ? 'light' : 'dark')
/** How many screens on show are dark whatever was chosen. */
const darkened = ref(0)

watchEffect(() => {
  document.documentElement.dataset.theme = darkened.value > 0 ? 'dark' : theme.value
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

/** Keeps the page dark as long as the calling screen stands, whatever its reader chose elsewhere. */
export function useDark(): void {
  darkened.value += 1
  onBeforeUnmount(() => {
    darkened.value -= 1
  })
}
