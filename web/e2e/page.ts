import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The sizes the product is made for. */
export const SIZES = {
  desk: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

/** A fresh page; its `errors` gathers everything the browser complained about. */
export async function openPage(browser: Browser, viewport: { width: number; height: number }, options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { page, errors }
}

/** Waits until the figures stand: the snapshots were fetched, parsed and counted. */
export async function untilCounted(page: Page): Promise<void> {
  await page.locator('.figures[aria-busy="false"]').waitFor()
}

/** A key figure as a number. */
export async function figure(page: Page, name: string): Promise<number> {
  const text = await page.locator('.figures dl > div').filter({ hasText: name }).locator('dd').innerText()
  return Number(text.replaceAll(',', ''))
}
