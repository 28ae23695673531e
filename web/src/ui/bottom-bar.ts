import type { ObjectDirective } from 'vue'

const watched = new Map<HTMLElement, ResizeObserver>()

/** What a bar covers of the window. On wide windows some stand where the form ends, and cover nothing. */
function coveredBy(bar: HTMLElement): number {
  const { position, bottom, display } = getComputedStyle(bar)
  return position === 'static' || display === 'none'
    ? 0
    : bar.offsetHeight + (Number.parseFloat(bottom) || 0)
}

const reserve = (): void =>
  document.documentElement.style.setProperty(
    '--bottom-bar',
    `${Math.max(0, ...[...watched.keys()].map(coveredBy))}px`,
  )

/**
 * `v-bottom-bar`: marks what sticks to the bottom of the window. Whatever is brought into view, by a key, by an error
 * or by a finger, then stops above it and not behind it.
 */
export const vBottomBar: ObjectDirective<HTMLElement> = {
  mounted(bar) {
    const observer = new ResizeObserver(reserve)
    observer.observe(bar)
    watched.set(bar, observer)
  },
  unmounted(bar) {
    watched.get(bar)?.disconnect()
    watched.delete(bar)
    reserve()
  },
}
