import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf, type DemoAccount } from './accounts.ts'
import { addressOf } from './addresses.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { actBeside, reportHazard } from './hazard-page.ts'
import { hazardsAtEachStep } from './hazards-at-each-step.ts'
import { openPage, openPageAs, SIZES, untilCounted } from './page.ts'
import { besideOf, firmOf, phoneAt, photograph } from './phone.ts'

const origin = inject('origin')
describe.runIf(inject('browser'))('accessibility', () => {
  let browser: Browser
  let hazards: ReadonlyMap<string, string>
  beforeAll(async () => {
    browser = await openChromium()
    hazards = await hazardsAtEachStep(browser, origin)
  })
  afterAll(() => browser.close())

  it.each([
    ['desk', 'dark'],
    ['desk', 'light'],
    ['phone', 'dark'],
  ] as const)('has nothing to object to at the %s, %s', async (size, theme) => {
    const { page } = await openPageAs(browser, origin, 'leader', SIZES[size])
    await page.addInitScript((chosen) => {
      localStorage.setItem('onemap.theme', chosen)
    }, theme)
    await page.goto(origin)
    await untilCounted(page)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each(['概况', '风险点', '隐患', '相邻企业'])(
    'has nothing to object to in the drawer: %s',
    async (tab) => {
      const { page } = await openPageAs(browser, origin, 'leader', SIZES.desk)
      const {
        items: [first],
      } = await (
        await callerOf(origin, 'leader')
      ).get<{ items: { id: string }[] }>('/api/enterprises?limit=1')
      await page.goto(`${origin}/?at=enterprise:${first?.id}`)
      await page.getByRole('tab', { name: tab }).click()
      await page.getByText('正在取详情').waitFor({ state: 'detached' })
      expect(await violations(page)).toEqual([])
      await page.context().close()
    },
  )

  it.each([
    ['desk', 'dark'],
    ['desk', 'light'],
    ['phone', 'light'],
  ] as const)('has nothing to object to at the sign-in, %s, %s', async (size, theme) => {
    const { page } = await openPage(browser, SIZES[size])
    await page.addInitScript((chosen) => {
      localStorage.setItem('onemap.theme', chosen)
    }, theme)
    await page.goto(origin)
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await page.getByRole('button', { name: /leader/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  const DESKS: readonly (readonly [DemoAccount, string])[] = [
    ['leader', '/command'],
    ['ent01', '/account'],
    ['ent01', '/account/password'],
    ['ent01', '/account/two-factor'],
    ['admin', '/admin/people'],
    ['admin', '/admin/people/new'],
    ['admin', '/admin/offices'],
    ['admin', '/admin/grids'],
    ['admin', '/admin/grids/map?grid={grid}'],
    ['admin', '/admin/grids/overrides'],
    ['admin', '/admin/grids/{grid}/objects'],
    ['auditor', '/audit'],
    ['bureau', '/hazards'],
    ['ent01', '/hazards'],
    ['grid01', '/hazards/new'],
    ['ent01', '/hazards/new'],
    ['grid01', '/hazards/{toVerify}?act=register'],
    ['bureau', '/hazards/{toVerify}?act=merge'],
    ['bureau', '/hazards/{toGrade}?act=grade'],
    ['bureau', '/hazards/{graded}?act=notify'],
    ['leader', '/hazards/{toSign}'],
    ['ent01', '/hazards/{rectifying}?act=submit'],
    ['bureau', '/hazards/{major}?act=list-supervision'],
    ['grid01', '/hazards/{toReview}?act=fail'],
    ['leader', '/hazards/{closed}'],
    ['bureau', '/messages'],
    ['ent01r', '/messages'],
    ['ent01', '/workspace'],
    ['ent01', '/workspace/risks'],
    ['ent01', '/workspace/risks/table'],
    ['ent01', '/workspace/risks/control-list'],
    ['ent01', '/workspace/risks/new'],
    ['ent01', '/workspace/risks/{point}'],
    ['ent01', '/workspace/risks/{point}?edit=1'],
    ['bureau', '/enterprises/{firm}'],
    ['bureau', '/enterprises/{firm}/risks'],
    ['grid01', '/enterprises/{firm}/risks/{point}'],
    ['leader', '/prejudgements'],
    ['bureau', '/prejudgements/new'],
    ['bureau', '/prejudgements/{prejudgement}'],
    ['leader', '/accident-cases'],
    ['bureau', '/accident-cases/new'],
    ['bureau', '/accident-cases/{case}'],
    ['ent01', '/inspections'],
    ['bureau', '/inspections?view=done'],
    ['ent01', '/inspections/plans'],
    ['ent01', '/inspections/checklists'],
    ['ent01', '/inspections/checklists/new'],
    ['ent01', '/inspections/checklists/{standard}'],
    ['ent01', '/inspections/{task}'],
    ['grid01', '/inspections/{taskDone}'],
    ['grid01', '/patrol'],
    ['grid01', '/patrol/{firm}'],
    ['grid01', '/patrol/unsent'],
    ['bureau', '/bureau'],
    ['bureau', '/orders'],
    ['bureau', '/orders/new'],
    ['bureau', '/orders/{order}'],
    ['leader', '/orders/{order}'],
    ['ent02', '/notices'],
    ['leader', '/notices'],
    ['ent02', '/notices/{draftedNotice}'],
    ['ent02', '/notices/{draftedNotice}?edit=1'],
    ['leader', '/notices/{issuedNotice}'],
    ['bureau', '/notices/{issuedNotice}/letter'],
    ['ent02', '/notices/received'],
    ['grid01', '/notices/received'],
    ['ent02', '/received-notices/{receivedNotice}'],
    ['ent02', '/received-notices/{receivedNotice}/letter'],
    ['ent02', '/workspace/neighbours'],
    ['bureau', '/enterprises/{firm}/neighbours'],
    ['leader', '/disclosure'],
    ['bureau02', '/disclosure/{batch}'],
    ['grid01', '/concerns'],
    ['bureau', '/concerns/{concern}'],
    ['leader', '/patrols'],
    ['grid01', '/patrols?by=person'],
    ['leader', '/patrols/visits'],
    ['bureau', '/patrols/visits/{patrolVisit}'],
    ['bureau', '/patrols/codes'],
    ['leader', '/statistics'],
    ['bureau', '/statistics?view=monthly'],
    ['grid01', '/statistics?by=month'],
  ]
  it('has nothing to object to and nothing sticking out where something is fixed on the spot', async () => {
    const firm = await firmOf(origin, 'ent01')
    const { page } = await openPageAs(
      browser,
      origin,
      'ent01',
      SIZES.phone,
      phoneAt(besideOf(firm, 30, -20)),
    )
    await page.goto(`${origin}/account`)
    const hazard = await reportHazard(
      origin,
      'ent01',
      firm.id,
      besideOf(firm, 30, -20),
      '更衣室应急灯不亮',
      await photograph(page),
    )
    await actBeside(origin, 'ent01', hazard, { type: 'register', duplicatesChecked: true })
    await actBeside(origin, 'ent01', hazard, {
      type: 'grade',
      grade: 'general',
      criteria: '岗位安全操作规程',
    })
    await page.goto(`${origin}/hazards/${hazard.enterpriseId}/${hazard.id}?act=fix-on-the-spot`)
    await page.getByText('默认使用上报时的照片').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width)
    await page.context().close()
  })

  /** One page for each person and size: what it has loaded once it has. */
  const desks = new Map<string, Awaited<ReturnType<typeof openPageAs>>>()
  async function deskOf(
    account: DemoAccount,
    size: keyof typeof SIZES,
    theme: string,
  ): Promise<Awaited<ReturnType<typeof openPageAs>>> {
    const known = desks.get(account + size)
    if (known !== undefined) return known
    const opened = await openPageAs(browser, origin, account, SIZES[size])
    await opened.page.addInitScript((chosen) => {
      localStorage.setItem('onemap.theme', chosen)
    }, theme)
    desks.set(account + size, opened)
    return opened
  }

  it.each(DESKS)(
    'has nothing to object to and nothing sticking out for %s at %s',
    async (account, template) => {
      const path = await addressOf(
        await callerOf(origin, account),
        template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => hazards.get(name) ?? whole),
      )
      for (const [size, theme] of [
        ['desk', 'light'],
        ['phone', 'dark'],
      ] as const) {
        const { page, errors } = await deskOf(account, size, theme)
        errors.length = 0
        await page.goto(`${origin}${path}`)
        await page.locator('main h2').first().waitFor()
        await expect.poll(() => page.getByText('正在读取').count(), { timeout: 30_000 }).toBe(0)
        expect([size, await violations(page)]).toEqual([size, []])
        expect([size, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
          size,
          SIZES[size].width,
        ])
        expect([size, errors]).toEqual([size, []])
        // Nothing goes on behind the next.
        await page.goto('about:blank')
      }
    },
  )
})
