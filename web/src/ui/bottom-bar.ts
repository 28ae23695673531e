import type { ObjectDirective } from 'vue'

const watched = new WeakMap<HTMLElement, ResizeObserver>()

const reserve = (pixels: number): void =>
  document.documentElement.style.setProperty('--bottom-bar', `${pixels}px`)

/**
 * `v-bottom-bar`: marks what sticks to the bottom of the window. Whatever is brought into view, by a key, by an error
 * or by a finger, then stops above it and not behind it.
 */
export const vBottomBar: ObjectDirective<HTMLElement> = {
  mounted(bar) {
    // On wide windows some bars stand where the form ends, and cover nothing.
    const observer = new ResizeObserver(() =>
      reserve(getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0),
    )
    observer.observe(bar)
    watched.set(bar, observer)
  },
  unmounted(bar) {
    watched.get(bar)?.disconnect()
    reserve(0)
  },
}
