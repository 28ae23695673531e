import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { stepsOf } from './hazard-page.ts'
import { openPageAs, SIZES } from './page.ts'
import { besideOf, firmOf, phoneAt, photograph, takePhoto } from './phone.ts'

const origin = inject('origin')

interface Hazard {
  readonly code: string
  readonly status: string
  readonly description: string
  readonly locationText: string
}

describe.runIf(inject('browser'))('an inspection', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('that is due is worked through on a telephone, and what fails is a hazard after one tap', async () => {
    const { page, errors } = await openPageAs(
      browser,
      origin,
      'ent01',
      SIZES.phone,
      phoneAt(besideOf(await firmOf(origin, 'ent01'), 15, 15)),
    )
    await page.goto(`${origin}/workspace`)
    await page.getByRole('link', { name: '开始检查' }).tap()
    await page.getByRole('link').filter({ hasText: '已查 0/' }).first().tap()
    const items = page.locator('article.item')
    await items.first().waitFor()
    const failing = items.nth(1)
    const what = await failing.locator('h3').innerText()
    for (let index = 0; index < (await items.count()); index += 1) {
      const item = items.nth(index)
      await item
        .getByRole('button', {
          name: index === 1 ? '不合格' : index === 2 ? '不适用' : '合格',
          exact: true,
        })
        .tap()
      await item
        .getByRole('status')
        .getByText(/ 记录$/)
        .waitFor()
    }

    // Failed and not told anybody: it cannot be handed in.
    await page.getByRole('button', { name: '提交排查结果' }).tap()
    await page.getByText('不合格，未上报隐患').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: what }).tap()
    await takePhoto(page, failing.getByRole('group', { name: '现场照片' }), await photograph(page))
    await failing.getByRole('button', { name: '上报隐患' }).tap()
    const told = failing.getByText(/^已上报隐患 .+（待核实）$/)
    await told.waitFor()
    const code = /隐患 (\S+)（/.exec(await told.innerText())?.[1]

    await page.getByRole('button', { name: '提交排查结果' }).tap()
    await page
      .getByRole('dialog')
      .getByText(/不合格 1，不适用 1；上报隐患 1 项/)
      .waitFor()
    await page.getByRole('button', { name: '确认提交' }).tap()
    await page.getByText(/由 .+ 提交。/).waitFor()

    await failing.getByRole('link', { name: /^查看隐患/ }).tap()
    await page.getByRole('heading', { name: code ?? '', exact: true }).waitFor()
    const [reported] = await stepsOf(page)
    expect(await reported?.getByRole('button', { name: '放大查看 IMG_0001.jpg' }).count()).toBe(1)
    const [enterpriseId, id] = new URL(page.url()).pathname.split('/').slice(-2)
    const hazard = await (
      await callerOf(origin, 'ent01')
    ).get<Hazard>(`/api/enterprises/${enterpriseId}/hazards/${id}`)
    expect(hazard).toMatchObject({ code, status: 'reported' })
    expect(hazard.description).not.toBe('')
    expect(hazard.locationText).not.toBe('')
    expect(errors).toEqual([])
    await page.context().close()
  })
})
