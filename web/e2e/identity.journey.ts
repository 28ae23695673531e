import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf, DEMO_PASSWORD, type DemoAccount } from './accounts.ts'
import { openChromium } from './chromium.ts'
import { figure, openPage, openPageAs, SIZES, untilCounted } from './page.ts'
import { totp } from './totp.ts'

const origin = inject('origin')
const SEEING = [
  'leader',
  'bureau',
  'grid01',
  'grid02',
  'ent01',
  'ent02',
] as const satisfies readonly DemoAccount[]

/** Where somebody's day begins. */
function beginningOf(account: (typeof SEEING)[number]): string {
  if (account === 'leader') return '/command'
  if (account === 'bureau') return '/'
  return account.startsWith('grid') ? '/patrol' : '/workspace'
}

interface Summary {
  readonly enterprises: { readonly total: number }
  readonly riskPoints: { readonly total: number }
  readonly hazards: { readonly open: number }
}

async function fillIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

describe.runIf(inject('browser'))('who is who', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it.each(SEEING)('%s signs in with one click and sees exactly their own', async (account) => {
    const { page } = await openPage(browser, SIZES.desk)
    await page.goto(origin)
    await page.getByRole('button', { name: new RegExp(`\\b${account}$`) }).click()
    // Only for the bureau does the day begin at the map.
    await page.waitForURL(({ pathname }) => pathname === beginningOf(account))
    await page.goto(`${origin}/`)
    await untilCounted(page)
    const own = await (await callerOf(origin, account)).get<Summary>('/api/summary')
    expect(await figure(page, '监管企业')).toBe(own.enterprises.total)
    expect(await figure(page, '风险点')).toBe(own.riskPoints.total)
    expect(await figure(page, '未闭环隐患')).toBe(own.hazards.open)
    const all = await (await callerOf(origin, 'leader')).get<Summary>('/api/summary')
    if (account.startsWith('ent')) expect(own.enterprises.total).toBe(1)
    if (account.startsWith('grid'))
      expect(own.enterprises.total).toBeLessThan(all.enterprises.total)
    if (account === 'bureau') expect(own.riskPoints.total).toBe(all.riskPoints.total)
    await page.context().close()
  })

  it.each([
    ['admin', '人员'],
    ['auditor', '审计记录'],
  ] as const)(
    '%s begins the day at their own desk and is shown no other',
    async (account, desk) => {
      const { page } = await openPage(browser, SIZES.desk)
      await page.goto(origin)
      await page.getByRole('button', { name: new RegExp(`\\b${account}$`) }).click()
      await page.getByRole('heading', { name: desk, level: 2 }).waitFor()
      await page.goto(`${origin}/`)
      await page.getByRole('heading', { name: desk, level: 2 }).waitFor()
      await page.goto(`${origin}${account === 'admin' ? '/audit' : '/admin/people'}`)
      await page.getByText('这个页面不属于您的岗位').waitFor()
      await page.context().close()
    },
  )

  it('keeps the address through signing in, and says what was wrong without losing the account', async () => {
    const { page } = await openPage(browser, SIZES.desk)
    await page.goto(`${origin}/?level=1`)
    await page.waitForURL(/sign-in\?next=/)
    await fillIn(page, 'leader', 'not-the-password')
    await page.getByRole('alert').getByText('登录名或密码不正确').waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('leader')
    await fillIn(page, 'leader', DEMO_PASSWORD)
    await untilCounted(page)
    expect(page.url()).toBe(`${origin}/?level=1`)
    await page.context().close()
  })

  it('signs out, and a session that ended elsewhere leads back to where one was', async () => {
    const { page } = await openPage(browser, SIZES.desk)
    await page.goto(`${origin}/account`)
    await page.getByRole('button', { name: /\bent02$/ }).click()
    await page.getByRole('heading', { name: '我的账号' }).waitFor()
    await page.context().clearCookies()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('link', { name: '一张图' }).click()
    await page.waitForURL(/sign-in\?.*ended=1/)
    await page.getByText('登录已结束或已过期').waitFor()
    await page.getByRole('button', { name: /\bent02$/ }).click()
    await untilCounted(page)
    await page.getByRole('button', { name: /账号菜单/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL(`${origin}/sign-in`)
    await page.goto(`${origin}/account`)
    await page.waitForURL(/sign-in\?next=/)
    await page.context().close()
  })

  it('an administrator adds a person, who chooses a password, works, is kept waiting after wrong ones, and is suspended', async () => {
    const { page: desk } = await openPageAs(browser, origin, 'admin', SIZES.desk)
    await desk.goto(`${origin}/admin/people/new`)
    await desk.getByLabel('姓名').fill('何静波')
    await desk.getByLabel('登录名').fill('he.jingbo')
    await desk.getByLabel('手机号').fill('13800005678')
    await desk.getByRole('button', { name: '新增人员' }).click()
    await desk.getByText('请填写此项').first().waitFor()
    await desk.getByLabel('网格', { exact: true }).selectOption({ index: 3 })
    await desk.getByLabel('职务', { exact: true }).selectOption({ label: '网格员' })
    await desk.getByRole('button', { name: '新增人员' }).click()
    await desk.getByText('已新增 何静波').waitFor()
    const oneTime = await desk.locator('code').innerText()

    const { page } = await openPage(browser, SIZES.phone, { hasTouch: true, isMobile: true })
    await page.goto(origin)
    await fillIn(page, 'he.jingbo', oneTime)
    await page.getByRole('heading', { name: '设置自己的密码' }).waitFor()
    await page.goto(`${origin}/`)
    await page.getByRole('heading', { name: '设置自己的密码' }).waitFor()
    await page.getByLabel('一次性密码').fill(oneTime)
    await page.getByLabel('新密码', { exact: true }).fill('he.jingbo-2026')
    await page.getByLabel('再输入一次新密码').fill('he.jingbo-2026')
    await page.getByRole('button', { name: '保存新密码' }).click()
    await page.getByText('新密码还不符合下列要求').waitFor()
    await page.getByLabel('新密码', { exact: true }).fill('Canal-Lock-2026')
    await page.getByLabel('再输入一次新密码').fill('Canal-Lock-2026')
    await page.getByRole('button', { name: '保存新密码' }).click()
    await untilCounted(page)

    const { page: stranger } = await openPage(browser, SIZES.desk)
    await stranger.goto(`${origin}/sign-in`)
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await fillIn(stranger, 'he.jingbo', `wrong-${attempt}`)
      await stranger
        .getByRole('button', { name: '登录', exact: true })
        .and(stranger.locator(':enabled'))
        .waitFor()
    }
    await fillIn(stranger, 'he.jingbo', 'Canal-Lock-2026')
    await stranger
      .getByRole('alert')
      .getByText(/密码错误次数过多，请.+再试/)
      .waitFor()
    await stranger.context().close()

    await desk.getByRole('link', { name: '打开 何静波' }).click()
    await desk.getByText('138****5678').waitFor()
    await desk.getByRole('button', { name: '停用' }).click()
    await desk.getByLabel('事由').fill('调离岗位，不再需要')
    await desk.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await desk.getByText('调离岗位，不再需要').waitFor()
    await page.goto(`${origin}/account`)
    await page.waitForURL(/sign-in/)
    await desk.context().close()
    await page.context().close()
  })

  it('hands a post over to a successor, and loses nothing that was typed when the session ends', async () => {
    const { page } = await openPage(browser, SIZES.desk)
    await page.goto(`${origin}/admin/people/new`)
    await page.getByRole('button', { name: /\badmin$/ }).click()
    await page.getByLabel('姓名').fill('孟庆河')
    await page.getByLabel('角色').selectOption({ label: '企业人员' })
    const {
      items: [own],
    } = await (
      await callerOf(origin, 'ent02')
    ).get<{ items: { name: string }[] }>('/api/enterprises')
    if (own === undefined) throw new Error('no enterprise')
    await page.getByLabel('企业', { exact: true }).fill(own.name.slice(0, 6))
    await page.getByRole('button', { name: own.name }).click()
    await page.getByLabel('职务', { exact: true }).selectOption({ label: '整改责任人' })
    await page.context().clearCookies()
    await page.getByRole('button', { name: '新增人员' }).click()
    await page.getByText('登录已结束或已过期').waitFor()
    await page.getByRole('button', { name: /\badmin$/ }).click()
    await page.waitForURL(`${origin}/admin/people/new`)
    expect(await page.getByLabel('姓名').inputValue()).toBe('孟庆河')
    await page.getByRole('button', { name: '新增人员' }).click()
    await page.getByRole('link', { name: '打开 孟庆河' }).click()
    await page.getByRole('button', { name: '交接' }).click()
    // Somebody of the same enterprise: who works for another cannot take over.
    const successors = page.getByLabel('接任人', { exact: true })
    await successors.selectOption(
      await successors.locator('option', { hasText: '（ent02）' }).getAttribute('value'),
    )
    await page.getByLabel('事由').fill('岗位调整，由接任人负责')
    await page.getByRole('dialog').getByRole('button', { name: '交接' }).click()
    await page.getByText(/已交接给 .+：岗位调整/).waitFor()
    await page.context().close()
  })

  it('sets up a second factor, needs it at the next sign-in, and gives it up again', async () => {
    const { page } = await openPage(browser, SIZES.desk)
    await page.goto(`${origin}/account/two-factor`)
    await page.getByRole('button', { name: /\bent02$/ }).click()
    await page.getByLabel('当前密码').fill('not-the-password')
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByRole('alert').getByText('当前密码不正确').waitFor()
    await page.getByLabel('当前密码').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByRole('img', { name: '两步验证二维码' }).waitFor()
    const secret = await page.locator('code').innerText()
    await page.getByLabel('验证码').fill(totp(secret))
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByText('两步验证已启用').waitFor()
    const backupCode = await page.locator('li code').first().innerText()
    await page.context().clearCookies()

    await page.goto(`${origin}/account/two-factor`)
    await fillIn(page, 'ent02', DEMO_PASSWORD)
    await page.getByLabel('验证码').fill('000000')
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByText('验证码不正确').waitFor()
    await page.getByRole('button', { name: '手机不在身边' }).click()
    await page.getByLabel('备用码').fill(backupCode)
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByLabel('当前密码').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '停用两步验证' }).click()
    await page.getByText('两步验证已停用').waitFor()
    await page.context().close()
  })

  it('shows a responsible person’s number once, for a reason', async () => {
    const {
      items: [first],
    } = await (await callerOf(origin, 'ent01')).get<{ items: { id: string }[] }>('/api/enterprises')
    const { page } = await openPageAs(browser, origin, 'ent01', SIZES.desk)
    await page.goto(`${origin}/?at=risk-point:${first?.id}:1`)
    await page
      .getByRole('button', { name: /完整手机号/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: '查看' }).isDisabled()).toBe(true)
    await dialog.getByLabel('事由').fill('核对应急联系人')
    await dialog.getByRole('button', { name: '查看' }).click()
    await dialog.getByText(/^1\d{10}$/).waitFor()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    expect(await page.getByText(/\b1\d{10}\b/).count()).toBe(0)
    await page.context().close()
  })

  it('an auditor narrows the record by what happened and takes it away', async () => {
    const { page } = await openPageAs(browser, origin, 'auditor', SIZES.desk)
    await page.goto(`${origin}/audit`)
    await page.locator('tbody tr').first().waitFor()
    await page.getByLabel('操作').selectOption({ label: '查看隐私信息' })
    await page.waitForURL(/action=reveal/)
    await page.locator('tbody tr').filter({ hasText: '核对应急联系人' }).first().waitFor()
    for (const text of await page.locator('tbody tr td:nth-child(4)').allInnerTexts())
      expect(text).toBe('查看隐私信息')
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: '导出 CSV' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/)
    await page.goBack()
    await page.waitForURL(`${origin}/audit`)
    await page.context().close()
  })
})
