import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openPageAs, SIZES } from './page.ts'
import {
  answerAll,
  besideObject,
  goTo,
  objectsOf,
  reportAt,
  sign,
  submit,
  untilReadyForAway,
  type PatrolledObject,
} from './patrol-page.ts'
import { phoneAt, photograph } from './phone.ts'

const origin = inject('origin')

interface Visit {
  readonly id: string
  readonly enterpriseId: string
  readonly checkIn: string
  readonly result: string
  readonly distance: number | null
  readonly flags: readonly string[]
  readonly hazardCount: number
  readonly photoCount: number
}
interface Listed<Item> {
  readonly items: readonly Item[]
}

describe.runIf(inject('browser'))('a patrol', () => {
  let browser: Browser
  let objects: PatrolledObject[]
  beforeAll(async () => {
    browser = await openChromium()
    objects = await objectsOf(origin, 'grid01')
  })
  afterAll(() => browser.close())

  const visitsTo = async ({ id }: PatrolledObject): Promise<readonly Visit[]> =>
    (
      await (
        await callerOf(origin, 'grid01')
      ).get<Listed<Visit>>(`/api/patrol-visits?enterpriseId=${id}&limit=200`)
    ).items
  const hazardsAt = async ({ id }: PatrolledObject): Promise<number> =>
    (
      await (
        await callerOf(origin, 'grid01')
      ).get<Listed<unknown>>(`/api/hazards?enterpriseId=${id}&limit=200`)
    ).items.length
  /** Where a visit is due first: on some days all have been there, and a visit may be made all the same. */
  const dueFirst = (list: readonly PatrolledObject[]): PatrolledObject[] => {
    const isDue = ({ state }: PatrolledObject) => state === 'due' || state === 'overdue'
    return [...list.filter(isDue), ...list.filter((object) => !isDue(object))]
  }
  const openFromList = async (page: Page, { name }: PatrolledObject): Promise<void> => {
    await page.getByRole('button', { name: /^全部 / }).tap()
    await page.locator('.stops').getByRole('link', { name }).tap()
  }
  const nth = (list: readonly PatrolledObject[], index: number): PatrolledObject => {
    const object = list[index]
    if (object === undefined) throw new Error('the demonstration has too few objects to visit')
    return object
  }

  it('is made with a telephone: check in, look, report, verify, sign, hand in', async () => {
    const withHazard = dueFirst(objects).filter(({ hazards }) => hazards.length > 0)
    const object = nth(withHazard, 0)
    const [before, hazardsBefore] = [await visitsTo(object), await hazardsAt(object)]
    const { page, errors } = await openPageAs(
      browser,
      origin,
      'grid01',
      SIZES.phone,
      phoneAt(besideObject(object)),
    )
    await page.goto(`${origin}/start`)
    await page.getByRole('heading', { name: /^待巡查 \d+ 家/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/patrol')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)
    await openFromList(page, object)
    await goTo(page, page.context(), object)
    await answerAll(page, 1)
    await reportAt(page, 1, await photograph(page))
    for (const { description } of object.hazards.slice(0, 1))
      await page
        .getByRole('group', { name: description })
        .getByRole('button', { name: '已整改' })
        .tap()
    await submit(page)
    await page.getByText(/还不能提交：.*签字/).waitFor()
    await sign(page, '王安')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)
    // Honest before it is sent: nobody looks at a dozen things in a minute.
    expect(await page.locator('.flags').innerText()).toContain('用时过短')
    await submit(page)
    await page.getByText('已送达。').waitFor()

    const visit = (await visitsTo(object)).find(({ id }) =>
      before.every((earlier) => earlier.id !== id),
    )
    expect(visit).toMatchObject({ checkIn: 'gps', result: 'problems', hazardCount: 1 })
    expect(visit?.flags).toContain('too-fast')
    expect(visit?.distance).toBeLessThan(60)
    expect(await hazardsAt(object)).toBe(hazardsBefore + 1)
    const whole = await (
      await callerOf(origin, 'grid01')
    ).get<{ signature: string; hazards: readonly { part: string }[] }>(
      `/api/enterprises/${object.id}/patrol-visits/${visit?.id}`,
    )
    expect(whole.signature).toMatch(/^M\d/)
    expect(whole.hazards.map(({ part }) => part)).toContain('found')
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('needs no network: three visits and a hazard outlive the tab and arrive once', async () => {
    const fresh = await objectsOf(origin, 'grid01')
    const three = dueFirst(fresh).slice(0, 3)
    const before = await Promise.all(three.map(visitsTo))
    const hazardsBefore = await Promise.all(three.map(hazardsAt))
    const first = nth(three, 0)
    const { page } = await openPageAs(
      browser,
      origin,
      'grid01',
      SIZES.phone,
      phoneAt(besideObject(first)),
    )
    const context = page.context()
    await page.goto(`${origin}/patrol`)
    await page.locator('.stops').waitFor()
    await untilReadyForAway(page)

    await context.setOffline(true)
    for (const [index, object] of three.entries()) {
      await goTo(page, context, object)
      await answerAll(page, index === 1 ? 0 : null)
      if (index === 1) await reportAt(page, 0, await photograph(page))
      await sign(page, '李平')
      // The telephone throws the page away in the middle of the last one.
      if (index === 2) break
      await submit(page)
      await page.getByText('已存在本机，还没有送达').waitFor()
    }
    // Two visits, a hazard and its photograph; the third visit is not handed in yet.
    await expect.poll(() => page.locator('header .mark').innerText()).toBe('未发送 4')
    await page.close()

    const again = await context.newPage()
    again.setDefaultTimeout(45_000)
    await again.goto(`${origin}/patrol`)
    await again.getByText('没有网络').first().waitFor()
    await again.locator('.small-map canvas').waitFor()
    const last = nth(three, 2)
    await openFromList(again, last)
    await again.getByRole('img', { name: '已签字' }).waitFor()
    await submit(again)
    await again.getByText('已存在本机，还没有送达').waitFor()
    await again.close()

    const back = await context.newPage()
    back.setDefaultTimeout(45_000)
    await back.goto(`${origin}/patrol/unsent`)
    await back.getByText('3 次巡查、1 项隐患、1 张照片还没有送达').waitFor()
    expect(await violations(back)).toEqual([])
    await context.setOffline(false)
    await back.getByText('都已送达').waitFor()
    // Sent again by whatever woke up: nothing is there twice.
    await back.reload()
    await back.getByText('都已送达').waitFor()

    for (const [index, object] of three.entries()) {
      const known = new Set(before[index]?.map(({ id }) => id))
      const made = (await visitsTo(object)).filter(({ id }) => !known.has(id))
      expect([object.name, made.length]).toEqual([object.name, 1])
      expect(await hazardsAt(object)).toBe((hazardsBefore[index] ?? 0) + (index === 1 ? 1 : 0))
    }
    await context.close()
  })

  it('begins with the code that hangs at the object, and tells one object’s from another’s', async () => {
    const [object, other] = [nth(objects.toReversed(), 0), nth(objects.toReversed(), 1)]
    const codes = await (
      await callerOf(origin, 'bureau')
    )
      .get<Listed<{ enterpriseId: string; content: string }>>(
        `/api/patrols/codes?enterpriseId=${object.id}`,
      )
      .catch(() => ({ items: [] }))
    const code = codes.items.find(({ enterpriseId }) => enterpriseId === object.id)
    const token =
      code?.content.split('#')[1] ?? `SF1.${object.id.replaceAll('-', '')}.${'A'.repeat(22)}`
    const { page } = await openPageAs(
      browser,
      origin,
      'grid01',
      SIZES.phone,
      phoneAt(besideObject(object)),
    )
    // As the telephone's own camera opens it.
    await page.goto(`${origin}/patrol#${token}`)
    await page
      .getByText(/扫码签到$/)
      .first()
      .waitFor()
    expect(new URL(page.url()).pathname).toBe(`/patrol/${object.id}`)
    await page.goto(`${origin}/patrol/${other.id}`)
    await page.getByRole('button', { name: '扫码签到' }).tap()
    await page.getByLabel('输入二维码内容').fill(token)
    await page.getByRole('button', { name: '使用' }).tap()
    await page.getByText(`这是“${object.name}”的二维码，不是本对象的。`).waitFor()
    await page.context().close()
  })

  it('is nobody else’s on the same telephone', async () => {
    const { page } = await openPageAs(
      browser,
      origin,
      'grid01',
      SIZES.phone,
      phoneAt(besideObject(nth(objects, 0))),
    )
    await page.goto(`${origin}/patrol`)
    await page.locator('.stops').waitFor()
    await untilReadyForAway(page)
    const { cookie } = await callerOf(origin, 'grid02')
    await page.context().clearCookies()
    await page.context().addCookies(
      cookie.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=')
        return {
          name,
          value: value.join('='),
          url: origin,
          httpOnly: true,
          sameSite: 'Lax' as const,
        }
      }),
    )
    const theirs = (await objectsOf(origin, 'grid02')).map(({ name }) => name)
    await page.reload()
    await page.locator('.stops').waitFor()
    await untilReadyForAway(page)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByText('没有网络').first().waitFor()
    await page.getByRole('button', { name: /^全部 / }).tap()
    const shown = await page.locator('.stops a').allInnerTexts()
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((name) => !theirs.includes(name))).toEqual([])
    await page.context().close()
  })
})
