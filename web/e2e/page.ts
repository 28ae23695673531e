import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { callerOf, type DemoAccount } from './accounts.ts'

/** The sizes the product is made for. */
export const SIZES = {
  desk: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

/** A fresh page; its `errors` gathers everything the browser complained about. */
export async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { page, errors }
}

/** A fresh page of somebody who is signed in already. */
export async function openPageAs(
  browser: Browser,
  origin: string,
  account: DemoAccount,
  viewport: { width: number; height: number },
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const { cookie } = await callerOf(origin, account)
  const opened = await openPage(browser, viewport, options)
  await opened.page.context().addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url: origin, httpOnly: true, sameSite: 'Lax' as const }
    }),
  )
  return opened
}

/** Waits until the figures stand: the snapshots were fetched, parsed and counted. */
export async function untilCounted(page: Page): Promise<void> {
  await page.locator('.figures[aria-busy="false"]').waitFor()
}

/** A key figure as a number. */
export async function figure(page: Page, name: string): Promise<number> {
  const text = await page
    .locator('.figures dl > div')
    .filter({ hasText: name })
    .locator('dd')
    .innerText()
  return Number(text.replaceAll(',', ''))
}
