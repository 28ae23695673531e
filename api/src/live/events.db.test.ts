import { createAdaptorServer } from '@hono/node-server'
import { sql, type SQL } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { openPostgis } from '../db/postgis.ts'
import { queryRows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { plantedDatabase, testDatabaseUrl } from '../db/test-database.ts'
import { plantAccounts, userIdOf } from '../db/test-fixture-accounts.ts'
import { enterpriseId, ENTERPRISES, GRID, idOf, OFFICE } from '../db/test-fixture-places.ts'
import { listen } from '../http/listen.ts'
import { testDeps } from '../test-deps.ts'
import { visit } from '../test-visitor.ts'
import { listenTo, type TestListener } from './test-listener.ts'

const LEADER: Scope = { audience: 'wide' }
const NORTH: Scope = { audience: 'grid', gridIds: [GRID.north] }
const FIRST: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) }
const AUDIENCES: readonly (readonly [string, Scope])[] = [
  ['a leader', LEADER],
  ['a member of an office', { audience: 'wide', officeId: OFFICE.energy }],
  ['a member of two grids', { audience: 'grid', gridIds: [GRID.north, GRID.plant] }],
  ['a member of one grid', NORTH],
  ['a grid member without grids', { audience: 'grid' }],
  ['an enterprise', FIRST],
]

/** Two processes on one database; the embedded database has one. */
let databases: readonly [Database, Database]
let drop: () => Promise<void>
beforeAll(async () => {
  const source = inject('testDatabase')
  if (source.kind === 'postgis') {
    const made = await testDatabaseUrl(source.server, source.planted)
    databases = [await openPostgis(made.url), await openPostgis(made.url)]
    drop = made.drop
  } else {
    const database = await plantedDatabase()
    databases = [database, database]
    drop = async () => undefined
  }
  await databases[0].asOwner(plantAccounts)
})
afterAll(async () => {
  await Promise.all([...new Set(databases)].map((database) => database.close()))
  await drop()
})

const running: AbortController[] = []
afterEach(() => {
  for (const stopping of running.splice(0)) stopping.abort()
})

/** A process that answers to one scope. */
function processOf(scope: Scope, database = databases[0]) {
  const stopping = new AbortController()
  running.push(stopping)
  const deps = { ...testDeps(database), stopping: stopping.signal }
  const role =
    scope.audience === 'wide' ? 'leader' : scope.audience === 'grid' ? 'grid' : 'enterprise'
  const api = createApp(deps, () => ({ role, scope, barrier: null, sessionId: null }))
  return {
    deps,
    stop: () => stopping.abort(),
    listen: async (since?: number): Promise<TestListener> => {
      const listener = listenTo(
        await api.request(
          '/api/events',
          since === undefined ? {} : { headers: { 'Last-Event-ID': String(since) } },
        ),
      )
      await listener.until(() => listener.events.includes('hello'))
      return listener
    },
  }
}

const asOwner = (...statements: SQL[]) =>
  databases[0].asOwner(async (tx) => {
    for (const statement of statements) await tx.execute(statement)
  })
const rename = (number: number) =>
  sql`UPDATE enterprises SET duty_phone = ${`0632-${Math.random()}`} WHERE id = ${enterpriseId(number)}`

describe('a connected screen', () => {
  it('is told within a second how the map draws what changed, in every process', async () => {
    const listeners = await Promise.all(
      databases.map(async (database) => processOf(LEADER, database).listen()),
    )
    const times: number[] = []
    for (const status of ['registered', 'reported', 'registered', 'reported'] as const) {
      const begun = performance.now()
      await asOwner(
        sql`UPDATE hazards SET status = ${status} WHERE id = (SELECT id FROM hazards WHERE status IN ('reported', 'registered') ORDER BY id LIMIT 1)`,
      )
      await Promise.all(
        listeners.map((listener) =>
          listener.until(() => listener.entries.at(-1)?.row?.['status'] === status),
        ),
      )
      times.push(performance.now() - begun)
    }
    expect(
      Math.min(...times),
      `from the write to ${listeners.length} processes' screens: ${times.map((time) => `${time.toFixed(0)} ms`).join(', ')}`,
    ).toBeLessThan(1000)
  })

  it('hears of a level that follows an assessment, at the point and at its enterprise', async () => {
    const listener = await processOf(FIRST).listen()
    await asOwner(sql`DELETE FROM assessments WHERE enterprise_id = ${enterpriseId(1)}`)
    await listener.until(() => listener.entries.some(({ topic }) => topic === 'enterprises'))
    expect(listener.entries.find(({ topic }) => topic === 'enterprises')).toMatchObject({
      action: 'update',
      id: enterpriseId(1),
      row: { name: ENTERPRISES[0]?.name, level: 0 },
    })
    expect(
      listener.entries.find(({ topic, id }) => topic === 'risk-points' && id === idOf('b', 1)),
    ).toMatchObject({ enterpriseId: enterpriseId(1), no: 1, row: { level: 0 } })
  })

  it('hears once of what one transaction did, parts and all', async () => {
    const listener = await processOf(LEADER).listen()
    await asOwner(
      sql`UPDATE hazards SET description = 'a' WHERE id = ${idOf('9', 1)}`,
      sql`UPDATE hazard_events SET opinion = 'b' WHERE hazard_id = ${idOf('9', 1)}`,
      sql`UPDATE hazards SET description = 'c' WHERE id = ${idOf('9', 1)}`,
    )
    await listener.until(() => listener.entries.length > 0)
    expect(listener.entries).toEqual([
      {
        topic: 'hazards',
        action: 'update',
        enterpriseId: enterpriseId(1),
        id: idOf('9', 1),
        no: 1,
        row: expect.objectContaining({ status: expect.any(String) }),
      },
    ])
  })

  it('sees a thing go that moves to somebody else, who sees it come', async () => {
    const [leader, north, other] = await Promise.all(
      [LEADER, NORTH, { audience: 'grid', gridIds: [GRID.west] } as const].map((scope) =>
        processOf(scope).listen(),
      ),
    )
    const heard = (listener: TestListener | undefined) =>
      listener?.entries
        .filter(({ topic }) => topic === 'enterprises')
        .map(({ action, row }) => [action, row?.['grid']])
    await asOwner(sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(2)}`)
    await Promise.all(
      [leader, north, other].map((listener) => listener?.until(() => listener.entries.length > 0)),
    )
    expect([heard(leader), heard(north), heard(other)]).toEqual([
      [['update', GRID.north]],
      [['update', GRID.north]],
      [['delete', undefined]],
    ])
    await asOwner(sql`UPDATE enterprises SET grid_id = ${GRID.west} WHERE id = ${enterpriseId(2)}`)
  })

  it('is sent away when its session ends or its person is appointed elsewhere, and when the server stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const stopping = new AbortController()
      const api = createApp({
        ...testDeps(databases[0]),
        now: () => new Date(),
        stopping: stopping.signal,
      })
      const open = async (username: string) => {
        const visitor = visit(api)
        expect((await visitor.signIn(username)).status).toBe(200)
        return listenTo(await visitor.get('/api/events'))
      }
      const [leader, grid, staying] = await Promise.all(['leader', 'grid01', 'ent01'].map(open))
      await asOwner(
        sql`DELETE FROM sessions WHERE user_id = ${userIdOf('leader')}`,
        sql`UPDATE appointments SET valid_to = '2020-01-01', valid_from = '2019-01-01' WHERE user_id = ${userIdOf('grid01')}`,
      )
      await vi.advanceTimersByTimeAsync(30_000)
      await Promise.all([leader?.ended, grid?.ended])
      await staying?.until(() => staying.events.includes('beat'))
      stopping.abort()
      await staying?.ended
    } finally {
      vi.useRealTimers()
    }
  })

  it('is reached through a socket, and not compressed', async () => {
    const { deps } = processOf(LEADER)
    const api = createApp(deps, () => ({
      role: 'leader',
      scope: LEADER,
      barrier: null,
      sessionId: null,
    }))
    const server = createAdaptorServer({ fetch: api.fetch })
    try {
      const origin = await listen(server, 0, '127.0.0.1')
      const response = await fetch(`${origin}/api/events`, {
        headers: { 'Accept-Encoding': 'gzip, br' },
      })
      expect(response.headers.get('content-encoding')).toBeNull()
      expect(response.headers.get('content-type')).toMatch('text/event-stream')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      const listener = listenTo(response)
      await listener.until(() => listener.events.includes('hello'))
      await asOwner(rename(3))
      await listener.until(() => listener.entries.some(({ id }) => id === enterpriseId(3)))
      await listener.leave()
      const again = listenTo(await fetch(`${origin}/api/events?since=${listener.lastId()}`))
      await again.until(() => again.events.includes('hello'))
      expect(again.lastId()).toBe(listener.lastId())
      running.at(-1)?.abort()
      await again.ended
    } finally {
      server.close()
    }
  })
})

describe('who was away', () => {
  it('is told what it missed after a restart, each thing as it now stands, and nothing twice', async () => {
    const before = processOf(LEADER)
    const listener = await before.listen()
    await asOwner(rename(4))
    await listener.until(() => listener.entries.length === 1)
    before.stop()
    await listener.ended
    await asOwner(rename(5))
    await asOwner(rename(6))
    await asOwner(rename(5))

    const again = await processOf(LEADER, databases[1]).listen(listener.lastId())
    await again.until(() => again.entries.length >= 2)
    expect(again.entries.map(({ id }) => id)).toEqual([enterpriseId(6), enterpriseId(5)])
    const once = await processOf(LEADER).listen(again.lastId())
    await asOwner(rename(7))
    await Promise.all(
      [again, once].map((one) => one.until(() => one.entries.at(-1)?.id === enterpriseId(7))),
    )
    expect(once.entries).toHaveLength(1)
  })

  it('moves on with the numbers even if nothing was for it', async () => {
    const listener = await processOf(FIRST).listen()
    await asOwner(rename(4))
    const back = await processOf(FIRST).listen(listener.lastId())
    await back.until(() => back.events.includes('beat'))
    expect(back.entries).toEqual([])
    expect(back.lastId()).toBeGreaterThan(listener.lastId())
  })

  it('is told to read everything anew when it was away for too long, or comes from another database', async () => {
    const { listen: join } = processOf(LEADER)
    const now = (await join()).lastId()
    for (const since of [0, now + 1_000_000]) {
      const listener = await join(since)
      await listener.until(() => listener.events.includes('reset'))
      expect(listener.lastId()).toBe(now)
      expect(listener.entries).toEqual([])
    }
  })

  it('may not ask for what is no number', async () => {
    const api = createApp(processOf(LEADER).deps, () => ({
      role: 'leader',
      scope: LEADER,
      barrier: null,
      sessionId: null,
    }))
    expect((await api.request('/api/events?since=yesterday')).status).toBe(400)
  })
})

describe('the borders of changes', () => {
  const Table = z.object({
    name: z.string(),
    topic: z.string(),
    itself: z.boolean(),
    owner: z.string(),
  })
  const Key = z.object({ owner: z.string(), id: z.string() })

  it.each(AUDIENCES)(
    'are those of the rows for %s',
    async (_who, scope) => {
      const tables = await databases[0].asOwner((tx) =>
        queryRows(
          tx,
          Table,
          sql`
      SELECT t.tgrelid::regclass::text AS name, split_part(encode(t.tgargs, 'escape'), '\\000', 1) AS topic,
        split_part(encode(t.tgargs, 'escape'), '\\000', 2) = 'true' AS itself, split_part(encode(t.tgargs, 'escape'), '\\000', 3) AS owner
      FROM pg_trigger t WHERE t.tgname = 'changes_update' ORDER BY 1`,
        ),
      )
      expect(tables.length).toBeGreaterThanOrEqual(8)
      const listener = await processOf(scope).listen()
      for (const { name, topic, itself, owner } of tables.filter(
        (table) => table.owner !== 'NULL::uuid',
      )) {
        const column = sql.identifier(owner)
        const keys = (as: Database['asOwner']) =>
          as((tx) =>
            queryRows(
              tx,
              Key,
              sql`SELECT DISTINCT coalesce(${column}::text, '') AS owner, ${itself ? sql`id::text` : sql`''`} AS id FROM ${sql.identifier(name)}`,
            ),
          )
        const visible = await keys((work) => databases[0].reading(scope, work))
        listener.entries.length = 0
        await asOwner(
          sql`UPDATE ${sql.identifier(name)} SET ${column} = ${column}`,
          sql`UPDATE grids SET name = name`,
        )
        // Everybody hears this at the end.
        await asOwner(
          sql`INSERT INTO changes_intake (opens, topic, action) VALUES (true, ${`after ${name}`}, 'reset')`,
        )
        await listener.until(() =>
          listener.entries.some((entry) => entry.topic === `after ${name}`),
        )
        const heard = listener.entries.filter(
          (entry) => entry.topic === topic && (!itself || entry.id !== undefined),
        )
        const told = [
          ...new Set(
            heard.map(({ enterpriseId: of = '', id = '' }) => `${of} ${itself ? id : ''}`),
          ),
        ]
        expect(told.sort(), name).toEqual(visible.map((key) => `${key.owner} ${key.id}`).sort())
      }
    },
    120_000,
  )

  it('are closed to who works with no rows of the trade', async () => {
    for (const role of ['admin', 'auditor'] as const) {
      const api = createApp(testDeps(databases[0]), () => ({
        role,
        scope: { audience: role },
        barrier: null,
        sessionId: null,
      }))
      expect((await api.request('/api/events')).status).toBe(403)
    }
  })
})
