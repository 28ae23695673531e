import type { Page } from 'playwright-core'

/** Pairs of controls that lie on each other, by what they are called; the browser clips what scrolls away. */
export function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Box = { left: number; top: number; right: number; bottom: number }
    const meet = (one: Box, other: Box): Box => ({
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    })
    // What scrolls goes on below the bar at the thumb's end.
    const bar = document.querySelector('.footed > nav')
    const scrolls = document.documentElement.scrollHeight > innerHeight + 1
    const foot = bar !== null && scrolls ? bar.getBoundingClientRect().top : innerHeight
    /** What of an element is to be seen: its box within every box around it that clips. */
    const seen = (element: Element): Box => {
      let box: Box = element.getBoundingClientRect()
      for (let around = element.parentElement; around; around = around.parentElement)
        if (getComputedStyle(around).overflow !== 'visible' && around !== document.body)
          box = meet(box, around.getBoundingClientRect())
      return bar?.contains(element) ? box : { ...box, bottom: Math.min(box.bottom, foot) }
    }
    const isThere = ({ left, top, right, bottom }: Box): boolean =>
      right - left > 2 && bottom - top > 2
    const controls = [
      ...document.querySelectorAll('a, button, input, select, summary, [role="slider"], .notes'),
    ]
      .filter((element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      )
      .filter(
        (element) =>
          !element.matches('.skip-link') && getComputedStyle(element).clipPath === 'none',
      )
      .map((element) => ({ element, box: seen(element) }))
      .filter(({ box }) => isThere(box))
    const nameOf = (element: Element): string =>
      element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.tagName)
    return controls.flatMap(({ element, box }, index) =>
      controls
        .slice(index + 1)
        .filter(
          (other) =>
            !element.contains(other.element) &&
            !other.element.contains(element) &&
            isThere(meet(box, other.box)),
        )
        .map((other) => `${nameOf(element)} / ${nameOf(other.element)}`),
    )
  })
}

/** Texts of figures and buttons that are wider than what holds them, and neither wrap nor end in an ellipsis. */
export function cuts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, .figure, .figure *, .entry, nav a')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { clipPath, textOverflow, overflowX } = getComputedStyle(element)
        return (
          clipPath === 'none' &&
          textOverflow !== 'ellipsis' &&
          overflowX !== 'auto' &&
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 2
        )
      })
      .map((element) => element.textContent?.trim() ?? element.tagName),
  )
}
