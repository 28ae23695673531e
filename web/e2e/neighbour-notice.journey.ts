import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { rgba } from '../src/map/palette.ts'
import { callerOf } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openPageAs, SIZES } from './page.ts'
import { firmOf } from './phone.ts'

const origin = inject('origin')
const NAME = '乙炔气瓶库'
const REASON = '共用消防水源'
const ACCENT = '#6FE3C1'
/** Large enough for the panels, small enough to be drawn without a graphics processor while others work. */
const MAP_SIZE = { width: 1280, height: 720 }
const SOON = { timeout: 40_000, interval: 500 }

type Firm = Awaited<ReturnType<typeof firmOf>>
interface Person {
  readonly name: string
}

const nameOf = async (account: 'ent01' | 'ent01n'): Promise<string> =>
  (await (await callerOf(origin, account)).get<Person>('/api/me')).name

/** Some way from one place to another, in degrees. */
function between(
  [fromLon, fromLat]: readonly [number, number],
  [toLon, toLat]: readonly [number, number],
  share: number,
): [number, number] {
  return [fromLon + (toLon - fromLon) * share, fromLat + (toLat - fromLat) * share]
}

/** A point of moderate risk between two enterprises: too far from the other to concern it yet. */
async function registerBetween(
  firm: Firm,
  other: Firm,
): Promise<{ id: string; place: [number, number] }> {
  const place = between(firm.location.coordinates, other.location.coordinates, 0.4)
  const { id } = await (
    await callerOf(origin, 'ent01')
  ).post<{ id: string }>(`/api/enterprises/${firm.id}/risk-points`, {
    name: NAME,
    type: 'facility',
    domain: 'environment',
    locationText: '厂区北侧',
    location: { type: 'Point', coordinates: place },
    sources: [
      {
        description: '气瓶泄漏遇火花爆炸',
        factor: 'object',
        accidentType: 15,
        assessments: [{ stage: 'inherent', method: 'LEC', l: 3, e: 6, c: 7 }],
      },
    ],
  })
  return { id, place }
}

/** Whether a line of the accent's colour is drawn in the middle of the map. */
async function isAccentInTheMiddle(page: Page): Promise<boolean> {
  const [x, y, size] = [MAP_SIZE.width / 2, MAP_SIZE.height / 2, 24]
  const shot = await page.screenshot({
    clip: { x: x - size / 2, y: y - size / 2, width: size, height: size },
  })
  const drawn = await page.evaluate(
    async ({ png, side }) => {
      const picture = await createImageBitmap(
        new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]),
      )
      const canvas = new OffscreenCanvas(side, side).getContext('2d')
      canvas?.drawImage(picture, 0, 0)
      return [...(canvas?.getImageData(0, 0, side, side).data ?? [])]
    },
    { png: shot.toString('base64'), side: size },
  )
  const wanted = rgba(ACCENT)
  return Array.from({ length: drawn.length / 4 }, (_, pixel) => pixel * 4).some((at) =>
    wanted.slice(0, 3).every((part, channel) => Math.abs(part - (drawn[at + channel] ?? 0)) < 40),
  )
}

describe.runIf(inject('browser'))('telling the neighbours', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('goes from a level that rises to a receipt signed by name, and leaders see who was told', async () => {
    const [firm, neighbour, farther] = [
      await firmOf(origin, 'ent01'),
      await firmOf(origin, 'ent01n'),
      await firmOf(origin, 'ent02'),
    ]
    const point = await registerBetween(firm, neighbour)

    const { page: sender, errors } = await openPageAs(browser, origin, 'ent01', SIZES.desk)
    await sender.goto(`${origin}/workspace/risks/${point.id}`)
    await sender.getByRole('button', { name: '重新评价' }).first().click()
    await sender.locator('summary').filter({ hasText: '人工上调等级' }).click()
    await sender.getByLabel('上调为').selectOption({ label: '1 重大' })
    await sender.getByLabel('上调理由').fill('储存量增加，邻近人员密集')
    await sender.getByRole('button', { name: '记入评价结果' }).click()
    await sender.getByText('储存量增加，邻近人员密集').first().waitFor()

    await sender.getByRole('link', { name: '监测应急' }).click()
    await sender.getByRole('button', { name: '待审签' }).click()
    await sender.getByRole('link', { name: NAME }).click()
    await sender.getByRole('heading', { name: `${NAME}：风险告知书` }).waitFor()
    await sender.getByText(neighbour.name).first().waitFor()

    await sender.getByRole('button', { name: '修改内容与告知对象' }).click()
    await sender.getByLabel('增加单位').fill(farther.name)
    await sender.getByRole('button', { name: farther.name }).click()
    await sender.getByRole('button', { name: '保存草稿' }).click()
    await sender.getByText('请写明增加理由').waitFor()
    await sender.getByLabel(`${farther.name} · 理由`).fill(REASON)
    await sender.getByRole('button', { name: '保存草稿' }).click()
    await sender.getByText('草稿已保存').waitFor()
    await sender.getByText(`手工增加：${REASON}`).waitFor()

    await sender.getByRole('button', { name: '审签发出' }).click()
    const dialog = sender.getByRole('dialog')
    await dialog.getByText(neighbour.name).waitFor()
    await dialog.getByText(`签发人 ${await nameOf('ent01')}`).waitFor()
    await dialog.getByRole('button', { name: /^发出给 \d+ 家单位$/ }).click()
    await sender.getByText(/^已发出，送达 \d+ 家单位/).waitFor()
    expect(await violations(sender)).toEqual([])

    const { page: told, errors: toldErrors } = await openPageAs(
      browser,
      origin,
      'ent01n',
      SIZES.phone,
    )
    await told.goto(`${origin}/workspace`)
    await told.getByRole('link', { name: /相邻企业告知待签收/ }).click()
    await told.getByRole('link', { name: NAME }).click()
    await told.getByText('24 小时值班电话').waitFor()
    const signature = told.getByLabel('签收人姓名')
    await signature.fill('王某某')
    await told.getByRole('button', { name: '签收', exact: true }).click()
    await told.getByText('签名须与本人账号姓名一致').waitFor()
    await signature.fill(await nameOf('ent01n'))
    await told.getByRole('button', { name: '签收', exact: true }).click()
    await told.getByText(new RegExp(`^${await nameOf('ent01n')} 已于 .+ 签收`)).waitFor()
    expect(await told.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)

    await sender.getByText(new RegExp(`${await nameOf('ent01n')} 于 .+ 签收`)).waitFor()
    const [lon, lat] = between(point.place, neighbour.location.coordinates, 0.25)
    const { page: leader, errors: leaderErrors } = await openPageAs(
      browser,
      origin,
      'leader',
      MAP_SIZE,
    )
    await leader.addInitScript(() => {
      localStorage.setItem('onemap.theme', 'dark')
    })
    await leader.goto(
      `${origin}/?at=enterprise:${firm.id}&tab=neighbours&view=${lon.toFixed(5)},${lat.toFixed(5)},17.5`,
    )
    const drawer = leader.locator('aside')
    await drawer.getByRole('button', { name: NAME }).waitFor()
    await drawer
      .locator('.recipient')
      .filter({ hasText: neighbour.name })
      .filter({ hasText: '已签收' })
      .first()
      .waitFor()
    await drawer
      .locator('.recipient')
      .filter({ hasText: farther.name })
      .filter({ hasText: '待签收' })
      .first()
      .waitFor()
    await expect.poll(() => isAccentInTheMiddle(leader), SOON).toBe(true)
    await leader.getByRole('radio', { name: '周边企业' }).check({ force: true })
    await expect.poll(() => isAccentInTheMiddle(leader), SOON).toBe(false)

    expect([
      ...errors,
      ...leaderErrors,
      ...toldErrors.filter((text) => !text.includes('422')),
    ]).toEqual([])
    for (const page of [sender, told, leader]) await page.context().close()
  }, 300_000)

  it('says to officers who has not signed, and the letter leaves out the page around it on paper', async () => {
    const { page, errors } = await openPageAs(browser, origin, 'bureau', SIZES.desk)
    const { items: open } = await (
      await callerOf(origin, 'bureau')
    ).get<{ items: { enterpriseId: string; id: string }[] }>(
      '/api/received-notices?status=current&signed=false&limit=200',
    )
    const { items: lines } = await (
      await callerOf(origin, 'bureau')
    ).get<{ items: { recipients: { state: string }[] }[] }>('/api/neighbour-notices/lines')
    const unsigned = lines
      .flatMap(({ recipients }) => recipients)
      .filter(({ state }) => state === 'waiting' || state === 'late').length
    await page.goto(`${origin}/notices/received`)
    await page.getByRole('heading', { name: new RegExp(`^${unsigned} 份告知未签收`) }).waitFor()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(Math.min(open.length, 50))
    await page.getByRole('button', { name: '超期未签收', exact: true }).last().click()
    await page.waitForURL(/late=true/)
    const first = open[0]
    if (first === undefined) throw new Error('everything is signed')
    await page.goto(`${origin}/received-notices/${first.enterpriseId}/${first.id}/letter`)
    await page.getByText('签收回执').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header').first().isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
    expect(await page.getByText('签收回执').isVisible()).toBe(true)
    expect(errors).toEqual([])
    await page.context().close()
  })
})
