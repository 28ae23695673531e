import { tmpdir } from 'node:os'
import { z } from 'zod'
import { DEMO_PASSWORD } from '@onemap/api/domain/demonstration'
import { benchAddress } from '../../api/bench/databases.ts'
import { table } from '../../api/bench/table.ts'
import { openChromium } from '../e2e/chromium.ts'
import { startServer } from '../e2e/server.ts'

/** What the map counts of itself, see src/map/telemetry.ts. */
const Telemetry = z.object({
  requests: z.number(),
  attributeBuilds: z.number(),
  attributeRows: z.number(),
  filterUploads: z.number(),
})

/** Changes filters over a million risk points in a real browser and counts what that cost. */
const server = await startServer({
  DATABASE_URL: benchAddress(),
  DATA_DIR: `${tmpdir()}/onemap-bench`,
  DEMO: 'true',
})
const browser = await openChromium()
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  await context.request.post(`${server.origin}/api/auth/sign-in/username`, {
    data: { username: 'leader', password: DEMO_PASSWORD },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(180_000)
  // The map asks every half minute whether its layers changed; what is counted here is what a filter asks for.
  await page.addInitScript(
    `{ const every = setInterval; globalThis.setInterval = (work, ms, ...rest) => (ms >= 30_000 ? 0 : every(work, ms, ...rest)) }`,
  )
  // Close enough for single risk points to be drawn, so that their attributes are on the graphics processor.
  await page.goto(`${server.origin}/?view=117.66,34.6,13`)
  await page.locator('.figures[aria-busy="false"]').waitFor()
  await page.waitForTimeout(20_000)

  const read = async () => Telemetry.parse(await page.evaluate('({ ...onemapTelemetry })'))
  const figure = () => page.locator('.figures dl > div').nth(1).locator('dd').innerText()
  const before = await read()
  const choices = page.locator('.facets label')
  const changes = 6
  const waited: number[] = []
  for (let change = 0; change < changes; change += 1) {
    const shown = await figure()
    const begun = Date.now()
    await choices.nth(change % 3).click()
    await page.waitForFunction(
      (text) => document.querySelectorAll('.figures dl > div dd')[1]?.textContent !== text,
      shown,
    )
    waited.push(Date.now() - begun)
  }
  await page.waitForTimeout(5_000)
  const after = await read()
  const median = waited.toSorted((a, b) => a - b)[Math.floor(changes / 2)] ?? 0
  const points = (await figure()).trim()
  const count = (what: string, value: number, target?: number) => ({
    what,
    measured: String(value),
    reference: '',
    value,
    unit: 'of them' as const,
    ...(target === undefined ? {} : { target }),
  })
  console.log(
    `\n${changes} filter changes in Chromium over 1,000,000 risk points (${points} shown at the end, ${before.attributeRows} rows on the graphics processor)`,
  )
  console.log(
    table([
      count('requests for snapshots', after.requests - before.requests, 0),
      count('attributes rebuilt', after.attributeBuilds - before.attributeBuilds, 0),
      count('small filter textures sent', after.filterUploads - before.filterUploads),
      {
        what: 'click to new figures, software WebGL',
        measured: `${median} ms`,
        value: median,
        unit: 'ms',
      },
    ]),
  )
} finally {
  await browser.close()
  await server.stop()
}
