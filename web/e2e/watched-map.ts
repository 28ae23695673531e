import { RISK_LEVEL_ORDER, RISK_LEVELS, type RiskLevel } from '@onemap/api/domain/risk-level'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { rgba } from '../src/map/palette.ts'
import { figure, openPageAs, untilCounted } from './page.ts'
import type { Place } from './phone.ts'

/** Large enough for the panels, small enough to be drawn without a graphics processor while others work. */
const SIZE = { width: 1280, height: 720 }
/** Zoom at which marks stand apart. */
const CLOSE = 18
/** Changes are there within a second; only a machine with much else to do needs longer. */
const SOON = { timeout: 10_000, interval: 50 }
/** Where hazards are drawn beside their place, in pixels. */
const BESIDE = 9
/** From the middle of a risk point's disc to where its numeral does not cover it. */
const OFF_NUMERAL = 7

/** A leader's One Map that looks at one place all the time. */
export interface WatchedMap {
  readonly page: Page
  readonly errors: readonly string[]
  /** Waits until a figure above the filters is so. */
  figureIs(name: string, value: number): Promise<void>
  figure(name: string): Promise<number>
  /** Waits until a choice of the filters is counted so. */
  countIs(facet: string, choice: string, value: number): Promise<void>
  count(facet: string, choice: string): Promise<number>
  /** Waits until the pointer finds a hazard, or what lies right at the place, that says so. */
  hazardSays(text: string): Promise<void>
  placeSays(text: string): Promise<void>
  /** Waits until a disc in the colour of a risk level is drawn at the place. */
  levelIs(level: RiskLevel): Promise<void>
  /** What is drawn at the place, once it is at rest. */
  drawn(): Promise<string>
  /** Waits until something else is drawn there. */
  redrawn(before: string): Promise<void>
  /** How often the map's data was asked for since it stood. */
  asked(): Promise<number>
}

const snapshotRequests = (page: Page): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, 'onemapTelemetry'), 'requests')))

/** So far a drawn colour may be from its level's, of 255: discs are a little translucent. */
const SAME_HUE = 40

/** The risk level whose colour a pixel of the screen shows; undefined for any other colour. */
async function levelAt(page: Page, x: number, y: number): Promise<RiskLevel | undefined> {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } })
  const drawn = await page.evaluate(async (png) => {
    const picture = await createImageBitmap(
      new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]),
    )
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    canvas?.drawImage(picture, 0, 0)
    return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])]
  }, shot.toString('base64'))
  return RISK_LEVEL_ORDER.find((level) =>
    rgba(RISK_LEVELS[level].hex).every(
      (part, index) => Math.abs(part - (drawn[index] ?? 0)) <= SAME_HUE,
    ),
  )
}

/** Opens the map as a leader, close to a place, connected to what changes. */
export async function watchMap(
  browser: Browser,
  origin: string,
  { longitude, latitude }: Place,
): Promise<WatchedMap> {
  const { page, errors } = await openPageAs(browser, origin, 'leader', SIZE)
  await page.goto(`${origin}/?view=${longitude.toFixed(5)},${latitude.toFixed(5)},${CLOSE}`)
  await untilCounted(page)
  await page.locator('.live.live').waitFor()
  await page.locator('.map canvas').first().waitFor()
  const requests = await snapshotRequests(page)
  // The rail of places stands beside the map.
  const drawing = await page.locator('.map canvas').first().boundingBox()
  const [x, y] =
    drawing === null
      ? [SIZE.width / 2, SIZE.height / 2]
      : [drawing.x + drawing.width / 2, drawing.y + drawing.height / 2]

  const count = async (facet: string, choice: string): Promise<number> => {
    const row = page
      .getByRole('group', { name: new RegExp(`^${facet}`) })
      .locator('label')
      .filter({ hasText: choice })
    return Number((await row.locator('.count').innerText()).replaceAll(',', ''))
  }
  async function says(aside: number, text: string): Promise<void> {
    let nudge = 0
    await expect
      .poll(async () => {
        nudge = 1 - nudge
        await page.mouse.move(x + aside + nudge, y + aside)
        const card = page.locator('.map .card')
        return (await card.count()) > 0 ? card.innerText() : ''
      }, SOON)
      .toContain(text)
    await page.mouse.move(x, 20)
    await page.locator('.map .card').waitFor({ state: 'detached' })
  }
  const look = async (): Promise<string> =>
    (await page.screenshot({ clip: { x: x - 20, y: y - 20, width: 60, height: 60 } })).toString(
      'base64',
    )

  return {
    page,
    errors,
    asked: async () => (await snapshotRequests(page)) - requests,
    figure: (name) => figure(page, name),
    figureIs: (name, value) => expect.poll(() => figure(page, name), SOON).toBe(value),
    count,
    countIs: (facet, choice, value) => expect.poll(() => count(facet, choice), SOON).toBe(value),
    hazardSays: (text) => says(BESIDE, text),
    placeSays: (text) => says(0, text),
    levelIs: (level) => expect.poll(() => levelAt(page, x - OFF_NUMERAL, y), SOON).toBe(level),
    async drawn() {
      let now = await look()
      await expect
        .poll(
          async () => {
            const before = now
            now = await look()
            return now === before
          },
          { ...SOON, interval: 250 },
        )
        .toBe(true)
      return now
    },
    redrawn: (before) => expect.poll(async () => (await look()) !== before, SOON).toBe(true),
  }
}
