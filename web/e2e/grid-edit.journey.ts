import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { shapeOf, type Corner, type Shape } from '../src/map/grid-shapes/shape.ts'
import { splitShape } from '../src/map/grid-shapes/split.ts'
import { inside } from '../src/map/ring.ts'
import { callerOf } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { figure, openPageAs, SIZES, untilCounted } from './page.ts'

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly name: string
    readonly gridId: string
    readonly location: { readonly coordinates: [number, number] }
  }[]
}
interface Grids {
  readonly features: readonly {
    readonly geometry: Parameters<typeof shapeOf>[0]
    readonly properties: { readonly id: string; readonly name: string }
  }[]
}

const origin = inject('origin')
/** Pixels the map leaves around a grid that it shows. */
const MARGIN = 64
/** Degrees by which the line reaches beyond the grid. */
const BEYOND = 0.002
const NEW_NAME = '行程测试新网格'

const holds = (shape: Shape, place: [number, number]): boolean =>
  inside([{ geometry: { type: 'MultiPolygon', coordinates: shape } }], place)

/** A straight line that parts a grid in two which both have objects; the smaller half is what goes to the new grid. */
function partingLine(
  shape: Shape,
  objects: Listed['items'],
): { line: [Corner, Corner]; given: Shape } {
  const corners = shape.flat(2)
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
  const [west, east, south, north] = [
    Math.min(...lons) - BEYOND,
    Math.max(...lons) + BEYOND,
    Math.min(...lats) - BEYOND,
    Math.max(...lats) + BEYOND,
  ]
  for (const share of [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7]) {
    const [lon, lat] = [west + (east - west) * share, south + (north - south) * share]
    for (const line of [
      [
        [lon, south],
        [lon, north],
      ],
      [
        [west, lat],
        [east, lat],
      ],
    ] satisfies [Corner, Corner][]) {
      const parts = splitShape(shape, line)
      if (!parts.ok) continue
      const [kept, given] = parts.halves
      if (
        [kept, given].every((half) =>
          objects.some(({ location }) => holds(half, location.coordinates)),
        )
      )
        return { line, given }
    }
  }
  throw new Error('no straight line parts this grid and its objects')
}

const mercator = ([lon, lat]: Corner): [number, number] => [
  lon / 360,
  -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
]

/** Where a place lies on a page whose map shows these bounds. */
async function pixels(
  page: Page,
  shape: Shape,
): Promise<(place: Corner) => { x: number; y: number }> {
  const box = await page.locator('.small-map canvas').first().boundingBox()
  if (box === null) throw new Error('no map')
  const corners = shape.flat(2).map(mercator)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [west, east, north, south] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ]
  const scale = Math.min(
    (box.width - 2 * MARGIN) / (east - west),
    (box.height - 2 * MARGIN) / (south - north),
  )
  return (place) => {
    const [x, y] = mercator(place)
    return {
      x: box.x + box.width / 2 + (x - (west + east) / 2) * scale,
      y: box.y + box.height / 2 + (y - (south + north) / 2) * scale,
    }
  }
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存改动…' }).click()
  await page.getByRole('button', { name: '确认改变网格' }).click()
  await page.getByText(/网格已改变/).waitFor()
}

describe.runIf(inject('browser'))('drawing grids', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('splits a grid: the moves are shown, saved, and seen by its member; joined again, all is as before', async () => {
    const member = await callerOf(origin, 'grid02')
    const admin = await callerOf(origin, 'admin')
    const mine = () => member.get<Listed>('/api/enterprises?limit=200')
    const before = (await mine()).items
    const gridId = before[0]?.gridId ?? ''
    const { features } = await admin.get<Grids>('/api/grids')
    const feature = features.find(({ properties }) => properties.id === gridId)
    if (feature === undefined) throw new Error('the member has no grid')
    const { line, given } = partingLine(shapeOf(feature.geometry), before)
    const leaving = before.filter(({ location }) => holds(given, location.coordinates))

    const { page, errors } = await openPageAs(browser, origin, 'admin', SIZES.desk)
    await page.goto(`${origin}/admin/grids/map?grid=${gridId}&mode=split`)
    await page.getByText(`画一条线穿过 ${feature.properties.name}`).waitFor()
    await page.locator('.small-map[aria-busy="false"]').waitFor()
    const at = await pixels(page, shapeOf(feature.geometry))

    // Three clicks by hand: from beyond the border to beyond the border, and the end again.
    const [from, to] = [at(line[0]), at(line[1])]
    for (const { x, y } of [from, to, to]) {
      await page.mouse.move(x, y, { steps: 4 })
      await page.mouse.click(x, y)
    }
    await page.getByRole('heading', { name: '给分出的网格命名' }).waitFor()
    await page.getByLabel('名称', { exact: true }).fill(NEW_NAME)
    await page.getByRole('button', { name: '采用', exact: true }).click()

    await page.locator('table.moves').waitFor()
    const told = await page.locator('table.moves tbody th').allInnerTexts()
    expect(told.length).toBeGreaterThan(0)
    expect(
      Math.abs(told.length - leaving.length),
      'a click is a pixel off at most',
    ).toBeLessThanOrEqual(1)
    const gone = before.filter(({ name }) => told.some((text) => text.includes(name)))
    expect(gone).toHaveLength(told.length)

    // Back and forth, and over a reload: the plan is kept.
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByRole('heading', { name: /尚无改动/ }).waitFor()
    await page.getByRole('button', { name: '重做' }).click()
    await page.getByRole('heading', { name: /^2 项改动，\d+ 个对象换网格$/ }).waitFor()
    await page.reload()
    await page.getByText('已找回上次未保存的 2 项改动。').waitFor()
    expect((await mine()).items).toHaveLength(before.length)
    await save(page)

    const after = (await mine()).items
    expect(after.map(({ id }) => id).sort()).toEqual(
      before
        .filter(({ id }) => !gone.some((one) => one.id === id))
        .map(({ id }) => id)
        .sort(),
    )
    const watching = await openPageAs(browser, origin, 'grid02', SIZES.desk)
    await watching.page.goto(origin)
    await untilCounted(watching.page)
    expect(await figure(watching.page, '监管企业')).toBe(after.length)

    // Joined again with the keyboard's way: the new grid goes back to the one it came from.
    await page.getByLabel('网格', { exact: true }).selectOption({ label: NEW_NAME })
    await page.getByLabel('并入相邻网格').selectOption({ label: feature.properties.name })
    await page.getByRole('button', { name: '合并' }).click()
    await page.getByText(`${NEW_NAME}：撤销，并入 ${feature.properties.name}`).waitFor()
    await page
      .getByRole('heading', { name: new RegExp(`${told.length} 个对象换网格$`) })
      .first()
      .waitFor()
    await save(page)
    expect((await mine()).items.map(({ id }) => id).sort()).toEqual(
      before.map(({ id }) => id).sort(),
    )
    await expect
      .poll(async () => {
        await untilCounted(watching.page)
        return figure(watching.page, '监管企业')
      })
      .toBe(before.length)

    expect([...errors, ...watching.errors]).toEqual([])
    await page.context().close()
    await watching.page.context().close()
  })
})
