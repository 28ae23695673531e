import { mkdtemp, rm } from 'node:fs/promises'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { DEMO_PASSWORD } from '@onemap/api/domain/demonstration'
import { table } from '../../api/bench/table.ts'
import { openChromium } from '../e2e/chromium.ts'
import { REPOSITORY, startServer } from '../e2e/server.ts'

/** So many changes a wall sees in a few days. */
const UPDATES = Number(process.env.SOAK_UPDATES ?? 2_000)
/** What an unattended day may add. */
const MOST_GROWTH_MB = 16
/** Points that move with one request: a screen hears of them together, as after an import. */
const TOGETHER = 20
const NEARBY_DEGREES = 0.00001

const Points = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      location: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      version: z.number(),
    }),
  ),
})
const Me = z.object({ enterpriseId: z.string() })
const Heap = z.object({ usedSize: z.number() })
const Telemetry = z.object({ requests: z.number() })
const Changed = z.object({ items: z.array(z.object({ id: z.string(), version: z.number() })) })

/** Lets the command screen hear thousands of real changes, and reads the heap before and after. */
const dataDir = await mkdtemp(join(tmpdir(), 'onemap-soak-'))
const environment = { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: 'true' }
const prepared = spawnSync(process.execPath, ['--import', 'tsx', 'seeds/src/prepare.ts'], {
  cwd: REPOSITORY,
  env: { ...process.env, ...environment },
  stdio: 'ignore',
})
if (prepared.status !== 0) throw new Error('the demonstration could not be prepared')
const server = await startServer(environment)
const browser = await openChromium()
try {
  const signedIn = async (username: string) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    await context.request.post(`${server.origin}/api/auth/sign-in/username`, {
      data: { username, password: DEMO_PASSWORD },
      headers: { Origin: server.origin },
    })
    return context
  }
  const leader = await signedIn('leader')
  const enterprise = await signedIn('ent01')
  const page = await leader.newPage()
  page.setDefaultTimeout(180_000)
  await page.goto(`${server.origin}/command?tour=true`)
  await page.locator('.live.live').waitFor()
  await page.locator('.command-map canvas').first().waitFor()
  await page.waitForTimeout(10_000)

  const devtools = await leader.newCDPSession(page)
  async function heap(): Promise<number> {
    await devtools.send('HeapProfiler.collectGarbage')
    return Heap.parse(await devtools.send('Runtime.getHeapUsage')).usedSize / 1_048_576
  }
  const { enterpriseId } = Me.parse(
    await (await enterprise.request.get(`${server.origin}/api/me`)).json(),
  )
  const list = `${server.origin}/api/enterprises/${enterpriseId}/risk-points`
  const points = Points.parse(await (await enterprise.request.get(list)).json()).items.slice(
    0,
    TOGETHER,
  )
  if (points.length === 0) throw new Error('the enterprise has no risk points')
  const versions = new Map(points.map(({ id, version }) => [id, version]))
  const requests = async () =>
    Telemetry.parse(await page.evaluate('({ ...onemapTelemetry })')).requests

  /** Moves every point there or back again. @returns how many */
  async function move(turn: number): Promise<number> {
    const changes = points.map(
      ({
        id,
        location: {
          coordinates: [lon, lat],
        },
      }) => ({
        id,
        version: versions.get(id),
        location: { type: 'Point', coordinates: [lon + (turn % 2) * NEARBY_DEGREES, lat] },
      }),
    )
    const answer = await enterprise.request.patch(list, {
      data: { changes },
      headers: { Origin: server.origin },
    })
    if (!answer.ok())
      throw new Error(`turn ${turn}: HTTP ${answer.status()} ${await answer.text()}`)
    for (const { id, version } of Changed.parse(await answer.json()).items)
      versions.set(id, version)
    return changes.length
  }
  async function moveAll(updates: number): Promise<void> {
    for (let [turn, moved] = [1, 0]; moved < updates; turn++) moved += await move(turn)
  }
  // What is built once, such as charts and caches, is there before the count begins.
  await moveAll(UPDATES / 10)
  await page.waitForTimeout(5_000)
  const before = await heap()
  const asked = await requests()
  const begun = Date.now()
  await moveAll(UPDATES)
  await page.waitForTimeout(5_000)
  const after = await heap()
  const live = await page.locator('.live.live').count()
  console.log(
    `\n${UPDATES} live updates on the command screen while it tours, ${Math.round((Date.now() - begun) / 1000)} s`,
  )
  console.log(
    table([
      { what: 'heap before', measured: `${before.toFixed(1)} MB`, value: before, unit: 'MB' },
      { what: 'heap after', measured: `${after.toFixed(1)} MB`, value: after, unit: 'MB' },
      {
        what: 'growth',
        measured: `${(after - before).toFixed(1)} MB`,
        value: after - before,
        unit: 'MB',
        target: MOST_GROWTH_MB,
      },
      {
        what: 'snapshots asked for again',
        measured: String((await requests()) - asked),
        value: (await requests()) - asked,
        unit: 'of them',
        target: 0,
      },
      {
        what: 'connections that stand',
        measured: String(live),
        value: live,
        unit: 'of them',
        target: 1,
        atLeast: true,
      },
    ]),
  )
} finally {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
