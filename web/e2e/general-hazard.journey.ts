import { HAZARD_EVENTS } from '@onemap/api/domain/hazard-event'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { act, begin, send, stepsOf } from './hazard-page.ts'
import { openPageAs, SIZES } from './page.ts'
import { besideOf, firmOf, phoneAt, photograph, takePhoto } from './phone.ts'

const origin = inject('origin')
const nameOf = async (account: 'ent01' | 'ent01r'): Promise<string> =>
  (await (await callerOf(origin, account)).get<{ name: string }>('/api/me')).name

describe.runIf(inject('browser'))('a general hazard', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('is found, fixed and closed within the enterprise, on telephones', async () => {
    const [officer, rectifier] = [await nameOf('ent01'), await nameOf('ent01r')]
    const phone = phoneAt(besideOf(await firmOf(origin, 'ent01'), 20, 30))
    const { page, errors } = await openPageAs(browser, origin, 'ent01', SIZES.phone, phone)

    await page.goto(`${origin}/hazards/new`)
    await page.getByText('已定位，误差约 12 米').waitFor()
    await takePhoto(page, page.getByRole('group', { name: '现场照片' }), await photograph(page))
    await page.getByLabel('发现了什么').fill('包装车间西门灭火器压力不足')
    await page.getByRole('button', { name: '上报', exact: true }).tap()
    await page.getByRole('heading', { name: /^已上报，编号 YH/ }).waitFor()
    await page.getByRole('link', { name: '查看这条隐患' }).tap()

    await begin(page, 'register')
    await page.getByLabel('已查看，这是一条新的隐患').check()
    await send(page, 'register')
    await begin(page, 'grade')
    await page.getByRole('radio', { name: /^一般隐患/ }).check()
    await page.getByLabel('判定依据').fill('岗位安全操作规程')
    await send(page, 'grade')
    await begin(page, 'notify')
    await page.getByRole('radio', { name: new RegExp(rectifier) }).check()
    await page.getByRole('button', { name: '3 天', exact: true }).tap()
    await send(page, 'notify')

    const { page: other, errors: others } = await openPageAs(
      browser,
      origin,
      'ent01r',
      SIZES.phone,
      phone,
    )
    await other.goto(`${origin}/messages`)
    await other.getByRole('link').filter({ hasText: '包装车间西门灭火器压力不足' }).first().tap()
    await act(other, 'sign')
    const form = await begin(other, 'submit')
    await takePhoto(
      other,
      form.getByRole('group', { name: '整改完成的照片或证明材料' }),
      await photograph(other),
    )
    await form.getByRole('button', { name: '没有花费' }).tap()
    await form.getByLabel(/^整改情况说明/).fill('已更换为新灭火器')
    await send(other, 'submit')
    // Nobody reviews their own work.
    expect(await other.getByRole('button', { name: /^复查通过/ }).count()).toBe(0)

    // The first telephone was told meanwhile.
    await act(page, 'pass')
    await act(page, 'close')
    await page.getByRole('heading', { name: '整改前后对比' }).waitFor()

    const expected = [
      ['report', officer, '现场照片'],
      ['register', officer],
      ['grade', officer],
      ['notify', officer],
      ['sign', rectifier],
      ['submit', rectifier, '已更换为新灭火器'],
      ['pass', officer],
      ['close', officer],
    ] as const
    const steps = await stepsOf(page)
    expect(steps.length).toBe(expected.length)
    for (const [index, [event, person]] of expected.entries()) {
      const step = steps[index]
      expect(await step?.locator('.what b').innerText()).toBe(HAZARD_EVENTS[event].zh)
      expect(await step?.locator('.who b').innerText()).toBe(person)
      expect(await step?.locator('time').getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/)
      expect(await step?.getByRole('button', { name: '放大查看 IMG_0001.jpg' }).count()).toBe(
        event === 'report' || event === 'submit' ? 1 : 0,
      )
    }
    expect([...errors, ...others]).toEqual([])
    await page.context().close()
    await other.context().close()
  })
})
