import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callerOf } from './accounts.ts'
import { violations } from './axe.ts'
import { openChromium } from './chromium.ts'
import { openNetwork, type Network } from './network.ts'
import { openPageAs, SIZES } from './page.ts'
import {
  answerAll,
  besideObject,
  goTo,
  objectsOf,
  sign,
  submit,
  untilReadyForAway,
  type PatrolledObject,
} from './patrol-page.ts'
import { phoneAt, photograph } from './phone.ts'
import { openReport, photographIt, reportIt } from './report-page.ts'

const origin = inject('origin')
const DAY_MS = 86_400_000
const BEIJING = { longitude: 116.397, latitude: 39.909 }

interface Listed<Item> {
  readonly items: readonly Item[]
}
interface Reported {
  readonly id: string
  readonly description: string
  readonly location: { readonly coordinates: readonly [number, number] }
  readonly events: readonly {
    readonly evidence: readonly { readonly bytes: number }[]
    readonly detail: { readonly clock?: string }
  }[]
}
interface Visit {
  readonly id: string
  readonly flags: readonly string[]
  readonly startedAt: string
}

/** What was found, told so that no other report says the same. */
const said = (words: string): string => `${words}，记号${randomUUID().slice(0, 8)}`

/** A sign-in page that a network puts in place of every answer it covers. */
const PORTAL = {
  status: 200,
  type: 'text/html; charset=utf-8',
  says: '<html><head><title>上网认证</title></head><body>请先登录</body></html>',
} as const
const BAD_GATEWAY = { status: 502, type: 'text/html', says: '<h1>Bad Gateway</h1>' } as const

describe.runIf(inject('browser'))('work on a telephone', () => {
  let browser: Browser
  let network: Network
  let objects: PatrolledObject[]
  beforeAll(async () => {
    browser = await openChromium()
    network = await openNetwork(origin)
    objects = await objectsOf(origin, 'grid01')
  })
  afterAll(async () => {
    await browser.close()
    await network.close()
  })

  const nth = (index: number, list: readonly PatrolledObject[] = objects): PatrolledObject => {
    const object = list[index]
    if (object === undefined) throw new Error('the demonstration has too few objects')
    return object
  }
  /** Hazards of an object that say just this, with their files. */
  async function reportsOf({ id }: PatrolledObject, words: string): Promise<Reported[]> {
    const caller = await callerOf(origin, 'grid01')
    const { items } = await caller.get<Listed<Reported>>(
      `/api/hazards?enterpriseId=${id}&limit=200`,
    )
    return Promise.all(
      items
        .filter(({ description }) => description === words)
        .map((hazard) => caller.get<Reported>(`/api/enterprises/${id}/hazards/${hazard.id}`)),
    )
  }
  const visitsTo = async ({ id }: PatrolledObject): Promise<readonly Visit[]> =>
    (
      await (
        await callerOf(origin, 'grid01')
      ).get<Listed<Visit>>(`/api/patrol-visits?enterpriseId=${id}&limit=200`)
    ).items
  /** A telephone of the grid's, beside an object, that can do without a network. */
  async function telephone(object: PatrolledObject): Promise<Page> {
    network.behave(() => 'through')
    const place = phoneAt(besideObject(object))
    const { page } = await openPageAs(browser, network.origin, 'grid01', SIZES.phone, place)
    await page.goto(`${network.origin}/patrol`)
    await untilReadyForAway(page)
    return page
  }
  async function another(context: BrowserContext, address: string): Promise<Page> {
    const page = await context.newPage()
    page.setDefaultTimeout(45_000)
    await page.goto(`${network.origin}${address}`)
    return page
  }

  it('is not lost to a sign-in page that answers in the server’s place', async () => {
    const [object, words] = [nth(0), said('配电箱门缺失')]
    const page = await telephone(object)
    network.behave(({ method }) => (method === 'POST' ? PORTAL : 'through'))
    await openReport(page, object)
    await photographIt(page, await photograph(page))
    await reportIt(page, words)
    await page.getByText('已存在本机，还没有送达').waitFor()
    await page.getByRole('link', { name: '查看未发送' }).tap()
    await page.getByText('0 次巡查、1 项隐患、1 张照片还没有送达').waitFor()
    await page.getByText(/收到的不是本系统的答复（200 text\/html 上网认证）/).waitFor()
    expect(await violations(page)).toEqual([])

    // It now stands before everything, the page itself included.
    network.behave(() => PORTAL)
    await page.reload()
    await page.getByText('0 次巡查、1 项隐患、1 张照片还没有送达').waitFor()
    await page.getByRole('button', { name: '现在发送' }).tap()
    await page
      .getByText(/上网认证/)
      .first()
      .waitFor()
    expect(await reportsOf(object, words)).toEqual([])

    network.behave(() => 'through')
    await page.reload()
    await page.getByText('都已送达').waitFor()
    const reported = await reportsOf(object, words)
    expect(reported).toHaveLength(1)
    expect(reported[0]?.events[0]?.evidence).toHaveLength(1)
    const asked = ({ method, path }: (typeof network.passed)[number]) =>
      method === 'POST' && path === '/api/hazards'
    expect(network.passed.filter(asked)).toHaveLength(1)
    await page.context().close()
  })

  it('arrives with its photograph a day after the page was killed', async () => {
    const [object, words] = [nth(1), said('安全出口被杂物占用')]
    const page = await telephone(object)
    const context = page.context()
    // The telephone wrote it yesterday.
    await context.clock.install({ time: Date.now() - DAY_MS })
    await openReport(page, object)
    await photographIt(page, await photograph(page))
    await page.getByText('已上传 1 / 1').waitFor()
    network.behave(() => 'lost')
    await reportIt(page, words)
    await page.getByText('已存在本机，还没有送达').waitFor()
    await page.close()
    expect(await reportsOf(object, words)).toEqual([])

    await context.clock.setSystemTime(new Date())
    const again = await another(context, '/patrol/unsent')
    await again.getByText('0 次巡查、1 项隐患、0 张照片还没有送达').waitFor()
    await again.getByText('已上传，留在本机直到所属记录送达').waitFor()
    network.behave(() => 'through')
    await again.reload()
    await again.getByText('都已送达').waitFor()
    const reported = await reportsOf(object, words)
    expect(reported).toHaveLength(1)
    expect(reported[0]?.events[0]?.evidence[0]?.bytes).toBeGreaterThan(1000)
    await context.close()
  })

  it('goes on past what fails, and what was refused is put right', async () => {
    const [failing, fine] = [nth(2), nth(3)]
    const [gauge, light] = [said('压力表未校验'), said('疏散指示灯不亮')]
    const extinguisher = said('灭火器压力不足')
    const page = await telephone(failing)
    network.behave(({ path }) =>
      path.startsWith(`/api/enterprises/${failing.id}/evidence`) ? BAD_GATEWAY : 'through',
    )
    await openReport(page, failing)
    await photographIt(page, await photograph(page))
    await reportIt(page, gauge)
    await openReport(page, fine)
    await photographIt(page, await photograph(page))
    await page.getByLabel('发现了什么').fill(light)
    await page.getByRole('button', { name: '上报', exact: true }).tap()
    await page.getByRole('heading', { name: /^已上报，编号/ }).waitFor()
    expect(await reportsOf(fine, light)).toHaveLength(1)
    await page.goto(`${network.origin}/patrol/unsent`)
    await page.getByText('服务器没有接收（502 Bad Gateway）。内容还在本机。').waitFor()
    await page.getByText('等照片送达').waitFor()
    await page.getByText(/已试 \d+ 次，.*后自动再试/).waitFor()
    network.behave(() => 'through')
    await page.getByRole('button', { name: '现在发送' }).tap()
    await page.getByText('都已送达').waitFor()
    expect(await reportsOf(failing, gauge)).toHaveLength(1)

    // What no decoder can read is refused by the server, and by nobody before.
    network.behave(() => 'lost')
    await openReport(page, fine)
    await photographIt(page, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(4096)]))
    await reportIt(page, extinguisher)
    await page.getByRole('link', { name: '查看未发送' }).tap()
    await page.getByText('0 次巡查、1 项隐患、1 张照片还没有送达').waitFor()
    network.behave(() => 'through')
    await page.reload()
    await page.getByText('没有被接收').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '修改' }).tap()
    await page.getByText(/^上次没有被接收。 IMG_0001\.jpg · /).waitFor()
    expect(await page.getByLabel('发现了什么').inputValue()).toBe(extinguisher)
    await page.getByRole('button', { name: '移除 IMG_0001.jpg' }).tap()
    await photographIt(page, await photograph(page))
    await page.getByLabel('发现了什么').fill(`${extinguisher}，共2具`)
    await page.getByRole('button', { name: '上报', exact: true }).tap()
    await page.getByRole('heading', { name: /^已上报，编号/ }).waitFor()
    expect(await reportsOf(fine, `${extinguisher}，共2具`)).toHaveLength(1)
    expect(await reportsOf(fine, extinguisher)).toEqual([])
    await page.goto(`${network.origin}/patrol/unsent`)
    await page.getByText('都已送达').waitFor()
    await page.context().close()
  })

  it('goes on without a network: map, hazards, a report and a visit', async () => {
    const fresh = await objectsOf(origin, 'grid01')
    const page = await telephone(nth(0, fresh))
    const context = page.context()
    await context.setOffline(true)
    const bar = page.getByRole('navigation', { name: '主导航' })
    await page.goto(`${network.origin}/`)
    await page.getByRole('heading', { name: '一张图 · 本机保存' }).waitFor()
    await page.locator('canvas').first().waitFor()
    expect(await bar.getByRole('link').count()).toBeGreaterThan(2)
    expect(await violations(page)).toEqual([])
    await bar.getByRole('link', { name: '隐患', exact: true }).tap()
    await page.getByRole('heading', { name: /^未闭环隐患 \d+ 项，其中超期 \d+ 项/ }).waitFor()
    expect(await bar.isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: '上报隐患' }).tap()
    await page.getByText('没有网络').first().waitFor()
    expect(await bar.isVisible()).toBe(true)
    const [object, words] = [nth(4, fresh), said('吊钩防脱装置损坏')]
    await openReport(page, object)
    await photographIt(page, await photograph(page))
    await reportIt(page, words)
    await bar.getByRole('link', { name: '巡查', exact: true }).tap()
    const next = page.getByRole('region', { name: '下一家' })
    const name = await next.getByRole('heading').innerText()
    const visited = fresh.find((one) => one.name === name)
    if (visited === undefined) throw new Error(`${name} is no object of the grid`)
    const before = await visitsTo(visited)
    await goTo(page, context, visited)
    await answerAll(page)
    await sign(page, '李平')
    await submit(page)
    await page.getByText('已存在本机，还没有送达').waitFor()

    await context.setOffline(false)
    await page.getByText('已送达。').waitFor()
    await page.goto(`${network.origin}/patrol`)
    await next.waitFor()
    expect(await next.getByRole('heading').innerText()).not.toBe(name)
    expect(await visitsTo(visited)).toHaveLength(before.length + 1)
    expect(await reportsOf(object, words)).toHaveLength(1)
    await context.close()
  })

  it('says when the clock, the position or the place cannot be right', async () => {
    const [object, words] = [nth(5), said('运输车辆停在外地检修')]
    const before = new Set((await visitsTo(object)).map(({ id }) => id))
    const page = await telephone(object)
    const context = page.context()
    await context.clock.setFixedTime(new Date('2019-03-05T09:00:00+08:00'))
    await context.setGeolocation({ ...besideObject(object), accuracy: 5000 })
    await page.goto(`${network.origin}/patrol/${object.id}`)
    await page.getByRole('button', { name: '定位签到' }).tap()
    await page.getByText(/定位误差 5000 米.*不能证明到场.*扫对象的二维码/).waitFor()
    await answerAll(page)
    await sign(page, '王安')
    expect(await page.locator('.flags').innerText()).toContain('定位误差过大')
    await submit(page)
    await page.getByText('已送达。').waitFor()
    const visit = (await visitsTo(object)).find(({ id }) => !before.has(id))
    expect(visit?.flags).toEqual(expect.arrayContaining(['position-vague', 'clock-wrong']))
    expect(Math.abs(Date.now() - Date.parse(visit?.startedAt ?? ''))).toBeLessThan(3_600_000)
    await page.close()

    const report = await another(context, '/patrol')
    await context.setGeolocation({ ...BEIJING, accuracy: 12 })
    await openReport(report, object)
    await photographIt(report, await photograph(report))
    await report.getByText('手机位置离企业较远，未采用').waitFor()
    await report.getByRole('button', { name: '在地图上调整' }).tap()
    await report.getByText('填写坐标').tap()
    await report.getByLabel('经度').fill(String(BEIJING.longitude))
    await report.getByLabel('纬度').fill(String(BEIJING.latitude))
    await report.getByLabel('纬度').blur()
    await report.getByText(/^这个位置不在本区，离所选企业/).waitFor()
    await report.getByLabel('发现了什么').fill(words)
    await report.getByRole('button', { name: '上报', exact: true }).tap()
    await report.getByText('请写明位置为什么是对的').waitFor()
    await report.getByLabel('为什么位置是对的').fill('车辆在北京检修')
    await report.getByRole('button', { name: '上报', exact: true }).tap()
    await report.getByRole('heading', { name: /^已上报，编号|^隐患已记录/ }).waitFor()
    await expect
      .poll(async () => (await reportsOf(object, words))[0]?.location.coordinates[0])
      .toBeCloseTo(BEIJING.longitude, 3)
    // The report was made by the same clock: it says so, and when it really was.
    expect((await reportsOf(object, words))[0]?.events[0]?.detail.clock).toBe('off')
    await context.close()
  })
})
