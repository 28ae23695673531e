import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { openPageAs, SIZES } from './page.ts'
import { firmOf } from './phone.ts'
import { watchMap, type WatchedMap } from './watched-map.ts'

const origin = inject('origin')
const NAME = '3 号冲压机'
/** Clicks and filled fields from the workspace to a registered, assessed risk point. */
const FEW = 10

interface Points {
  readonly items: readonly { readonly name: string }[]
}

const points = async (): Promise<Points['items']> =>
  (
    await (
      await callerOf(origin, 'ent01')
    ).get<Points>(`/api/enterprises/${(await firmOf(origin, 'ent01')).id}/risk-points?limit=200`)
  ).items

const factor = (page: Page, letter: string, value: number) =>
  page
    .getByRole('group', { name: new RegExp(`^${letter}`) })
    .getByRole('radio', { name: new RegExp(`^${value}\\D`) })

/** Where the marker was put, in degrees, as the form writes it. */
async function placed(page: Page): Promise<{ longitude: number; latitude: number }> {
  const [longitude = 0, latitude = 0] = (
    await page.locator('summary').filter({ hasText: '填写坐标' }).locator('span').innerText()
  )
    .split(', ')
    .map(Number)
  return { longitude, latitude }
}

describe.runIf(inject('browser'))('a risk point', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('is registered with its assessment in a few steps, raised by hand, and the map shows its level at once', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'ent01', SIZES.desk)
    await page.goto(`${origin}/workspace`)
    let done = 0
    const does = async (act: Promise<unknown>): Promise<void> => {
      await act
      done += 1
    }
    await does(page.getByRole('link', { name: '登记风险点' }).click())
    await does(page.getByLabel('风险点名称').fill(NAME))
    const small = page.getByRole('group', { name: '风险点位置' }).last()
    await small.getByText('点击地图放置').waitFor()
    const box = await small.locator('canvas').first().boundingBox()
    if (box === null) throw new Error('no map')
    await does(
      small
        .locator('canvas')
        .first()
        .click({ position: { x: box.width / 2 + 150, y: box.height / 2 - 110 } }),
    )

    const map: WatchedMap = await watchMap(browser, origin, await placed(page))
    const [all, moderate, considerable] = [
      await map.figure('风险点'),
      await map.count('风险等级', '一般'),
      await map.count('风险等级', '较大'),
    ]

    await does(page.getByRole('button', { name: /^下一步/ }).click())
    await does(page.getByRole('button', { name: '机械传动' }).click())
    await does(factor(page, 'L', 3).check())
    await does(factor(page, 'E', 6).check())
    await does(factor(page, 'C', 7).check())
    const verdict = page.getByRole('region', { name: '评价结果' })
    await verdict.getByText('= 126', { exact: true }).waitFor()
    await verdict.getByText('一般').first().waitFor()
    await does(page.getByRole('button', { name: /^下一步/ }).click())
    await does(page.getByRole('button', { name: '登记风险点' }).click())
    await page.getByText(new RegExp(`号风险点“${NAME}”已登记`)).waitFor()
    expect(done).toBeLessThanOrEqual(FEW)

    await map.figureIs('风险点', all + 1)
    await map.countIs('风险等级', '一般', moderate + 1)
    await map.levelIs(3)
    await map.placeSays('一般')

    await page.getByRole('button', { name: '重新评价' }).first().click()
    await page.locator('summary').filter({ hasText: '人工上调等级' }).click()
    await page.getByLabel('上调为').selectOption({ label: '2 较大' })
    await page.getByRole('button', { name: '记入评价结果' }).click()
    await page.getByText('请说明上调理由（至少 4 个字）').first().waitFor()
    await page.getByLabel('上调理由').fill('近一个月发生两次险肇事件')
    await page.getByRole('button', { name: '记入评价结果' }).click()
    await page.getByText('由一般上调').first().waitFor()
    await page.getByText('近一个月发生两次险肇事件').first().waitFor()
    await page.getByRole('heading', { name: '评价历史 2 次' }).waitFor()
    await map.countIs('风险等级', '一般', moderate)
    await map.countIs('风险等级', '较大', considerable + 1)
    await map.levelIs(2)
    await map.placeSays('较大')
    expect(await map.asked()).toBe(0)
    expect([...errors, ...map.errors]).toEqual([])
    await map.page.context().close()
    await page.context().close()
  }, 240_000)

  it('its control list leaves as a workbook and comes back unchanged', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'ent01', SIZES.desk)
    await page.goto(`${origin}/workspace/risks`)
    await page.getByRole('link', { name: '导入与导出' }).click()
    const arriving = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 xlsx' }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    const workbook = await readFile(await download.path())
    expect(workbook.subarray(0, 2).toString()).toBe('PK')

    await page.getByLabel('选择或拖入清单文件').setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook,
    })
    await page.getByText(/^检查通过，共 \d+ 行$/).waitFor()
    const tallies = await page
      .locator('tr')
      .filter({ has: page.locator('td') })
      .allInnerTexts()
    expect(tallies[0]?.split('\t')).toEqual([
      '风险点',
      '0',
      '0',
      '0',
      String((await points()).length),
    ])
    for (const tally of tallies) expect(tally).toMatch(/\t0\t0\t0\t\d+$/)
    expect(errors).toEqual([])
    await page.context().close()
  })
})
