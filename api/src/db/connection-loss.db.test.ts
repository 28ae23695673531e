import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import { PROBLEM_TYPE } from '../http/problem.ts'
import { listenTo } from '../live/test-listener.ts'
import { testDeps } from '../test-deps.ts'
import type { Database } from './database.ts'
import { openPostgis } from './postgis.ts'
import { queryRows } from './rows.ts'
import type { Scope } from './scope.ts'
import { testDatabaseUrl } from './test-database.ts'
import { enterpriseId } from './test-fixture-places.ts'
import { onServer } from './test-postgis.ts'
import { testProxy, type TestProxy } from './test-proxy.ts'
import { DatabaseUnavailableError } from './unavailable.ts'

const source = inject('testDatabase')
const LEADER: Scope = { audience: 'wide' }
const SLEEP = sql`SELECT pg_sleep(20)`

// The embedded database runs within the process: there is no connection to lose.
describe.runIf(source.kind === 'postgis')('a database that goes away', () => {
  let own: Awaited<ReturnType<typeof testDatabaseUrl>>
  let proxy: TestProxy
  let database: Database
  const said: string[] = []
  const stopping = new AbortController()
  let api: ReturnType<typeof createApp>

  beforeAll(async () => {
    if (source.kind !== 'postgis') return
    own = await testDatabaseUrl(source.server, source.planted)
    proxy = await testProxy(own.url)
    database = await openPostgis(proxy.url, undefined, { say: (message) => said.push(message) })
    api = createApp({ ...testDeps(database), stopping: stopping.signal }, () => ({
      role: 'leader',
      scope: LEADER,
      barrier: null,
      sessionId: null,
    }))
  })
  afterAll(async () => {
    stopping.abort()
    await database.close()
    await proxy.down()
    await own.drop()
  })

  const terminate = () =>
    onServer(
      own.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
  const works = () => database.reading(LEADER, (tx) => tx.execute(sql`SELECT 1`))
  const recovered = () =>
    expect
      .poll(
        () =>
          works().then(
            () => true,
            () => false,
          ),
        { timeout: 15_000 },
      )
      .toBe(true)
  const rename = () =>
    onServer(
      own.url,
      `UPDATE enterprises SET duty_phone = '0632-${Math.random()}' WHERE id = '${enterpriseId(3)}'`,
    )

  it('ends the work that was under way, and nothing else', async () => {
    for (let time = 0; time < 3; time++) {
      const work = [
        database.scoped(LEADER, (tx) => tx.execute(SLEEP)),
        database.reading(LEADER, (tx) => tx.execute(SLEEP)),
        database.unhurried(LEADER, (tx) => tx.execute(SLEEP)),
        database.asOwner((tx) => tx.execute(SLEEP)),
        (async () => {
          for await (const chunk of database.copyOut(LEADER, 'SELECT 1, pg_sleep(20)')) void chunk
        })(),
      ].map((one) =>
        one.then(
          () => 'done',
          (error: unknown) => error,
        ),
      )
      await expect.poll(sleeping).toBe(work.length)
      await terminate()
      for (const outcome of await Promise.all(work))
        expect(outcome).toBeInstanceOf(DatabaseUnavailableError)
      await recovered()
    }
  })

  async function sleeping(): Promise<number> {
    const rows = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({}),
        sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
      ),
    )
    return rows.length
  }

  it('does not end a process whose connection breaks between two statements', async () => {
    const outcome = database.scoped(LEADER, async (tx) => {
      await terminate()
      await tx.execute(sql`SELECT 1`)
    })
    await expect(outcome).rejects.toThrow(DatabaseUnavailableError)
    await recovered()
  })

  it('ends what takes too long as busy', async () => {
    const late = database.scoped(LEADER, async (tx) => {
      await tx.execute(sql`SET LOCAL statement_timeout = 50`)
      await tx.execute(SLEEP)
    })
    await expect(late).rejects.toMatchObject({ code: 'database-busy', retryAfterSeconds: 5 })
  })

  it('is told as 503 with a time to come again, and is back when the server is', async () => {
    await proxy.down()
    await expect.poll(() => said.at(-1), { timeout: 15_000 }).toContain('The database is away')
    const refused = await api.request('/api/enterprises', { headers: { 'Accept-Language': 'en' } })
    expect(refused.status).toBe(503)
    expect(refused.headers.get('content-type')).toBe(PROBLEM_TYPE)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ type: 'urn:onemap:problem:database-unavailable' })
    const health = await api.request('/api/health')
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({ ready: false, status: 'unavailable' })
    await proxy.up()
    await recovered()
    expect(said.at(-1)).toContain('The database is back')
    expect((await api.request('/api/enterprises')).status).toBe(200)
    expect(await (await api.request('/api/health')).json()).toMatchObject({ ready: true })
  })

  it('holds nobody while it is frozen', async () => {
    const under = database
      .scoped(LEADER, (tx) => tx.execute(SLEEP))
      .catch((error: unknown) => error)
    await expect.poll(sleeping).toBe(1)
    proxy.freeze()
    const begun = performance.now()
    const health = await api.request('/api/health')
    expect(await health.json()).toMatchObject({ ready: false })
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(await under).toBeInstanceOf(DatabaseUnavailableError)
    const refusal = performance.now()
    await expect(works()).rejects.toThrow(DatabaseUnavailableError)
    expect(performance.now() - refusal).toBeLessThan(100)
    expect(performance.now() - begun).toBeLessThan(8_000)
    proxy.thaw()
    await recovered()
  })

  it('leaves no gap in what listeners hear', async () => {
    const listener = listenTo(await api.request('/api/events'))
    await listener.until(() => listener.events.includes('hello'))
    await rename()
    await listener.until(() => listener.entries.length === 1)
    await proxy.down()
    await rename()
    await proxy.up()
    await listener.until(() => listener.entries.length === 2, 20)
    await terminate()
    await rename()
    await listener.until(() => listener.entries.length === 3, 20)
    expect(listener.events).not.toContain('reset')
    expect(listener.entries.map(({ id }) => id)).toEqual(Array(3).fill(enterpriseId(3)))
  })
})

describe.runIf(source.kind === 'postgis')('a start before the database is up', () => {
  it('waits with growing pauses and says so', async () => {
    if (source.kind !== 'postgis') return
    const own = await testDatabaseUrl(source.server, source.empty)
    const proxy = await testProxy(own.url, false)
    const said: string[] = []
    const opening = openPostgis(proxy.url, undefined, {
      patienceMs: 20_000,
      say: (message) => said.push(message),
    })
    await expect.poll(() => said.length, { timeout: 10_000 }).toBe(2)
    await proxy.up()
    const database = await opening
    await database.reading(LEADER, (tx) => tx.execute(sql`SELECT 1`))
    expect(said[0]).toContain('0.5 s')
    expect(said[1]).toContain('1 s')
    await database.close()
    await proxy.down()
    await own.drop()
  })

  it('does not wait for ever, nor for what waiting does not mend', async () => {
    if (source.kind !== 'postgis') return
    const proxy = await testProxy(source.server, false)
    await expect(openPostgis(proxy.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const nowhere = new URL(source.server)
    nowhere.pathname = '/there_is_no_such_database'
    await expect(
      openPostgis(nowhere.href, undefined, { patienceMs: 60_000 }),
    ).rejects.toMatchObject({ code: '3D000' })
  })
})
