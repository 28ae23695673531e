import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts } from '../db/test-fixture-accounts.ts'
import {
  CANAL_TOWN,
  enterpriseId,
  GRID,
  idOf,
  NORTH_TOWN,
  NOW,
  OFFICE,
  TODAY,
} from '../db/test-fixture-places.ts'
import { Person } from '../people/schema.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { GridChangeReport, GridsChanged } from './changeset.ts'
import { GridCollection, GridObject, GridOverride, GridTree } from './schema.ts'

const Overrides = z.object({ items: z.array(GridOverride) })
const Objects = z.object({ items: z.array(GridObject) })

let database: Database
let someone: () => Visitor
let failures: Error[]
const visitors = new Map<string, Visitor>()

async function as(username: string): Promise<Visitor> {
  const known = visitors.get(username) ?? someone()
  if (!visitors.has(username)) expect((await known.signIn(username)).status).toBe(200)
  visitors.set(username, known)
  return known
}

/** A rectangle, in degrees. */
function box(west: number, south: number, east: number, north: number) {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

const WEST = [117.7, 34.5, 117.75, 34.6] as const
const grids = async (who = 'admin') =>
  bodyOf(await (await as(who)).get('/api/grids'), GridCollection)
const versionOf = async (id: string) =>
  (await grids()).features.find(({ properties }) => properties.id === id)?.properties.version
const gridOf = async (number: number) =>
  (
    await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ grid: z.uuid() }),
        sql`SELECT grid_id AS grid FROM enterprises WHERE id = ${enterpriseId(number)}`,
      ),
    )
  )[0]?.grid
async function send(method: 'PUT' | 'POST', changes: readonly unknown[], baseVersion?: string) {
  return (await as('admin')).send(method, method === 'PUT' ? '/api/grids' : '/api/grids/preview', {
    baseVersion: baseVersion ?? (await grids()).version,
    changes,
  })
}
const reshape = async (id: string, geometry: unknown) => ({
  kind: 'reshape',
  id,
  version: await versionOf(id),
  geometry,
})
const create = (more: object = {}) => ({
  kind: 'create',
  id: idOf('aa', 1),
  code: `${CANAL_TOWN}-G09`,
  name: '运河三网格',
  townCode: CANAL_TOWN,
  geometry: box(117.75, 34.55, 117.8, 34.6),
  validFrom: TODAY,
  ...more,
})

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterAll(() => {
  vi.useRealTimers()
})

/** The fixture has its enterprises north of its grids: the west grid reaches up to them, by hand are none but one. */
async function open() {
  database = await plantedDatabase()
  await database.asOwner(async (tx) => {
    await plantAccounts(tx)
    await tx.execute(sql`DELETE FROM grid_overrides`)
  })
  const deps = testDeps(database)
  failures = deps.failures
  const api = createApp(deps)
  someone = () => visit(api)
  visitors.clear()
}

describe('grids', () => {
  beforeAll(open)
  afterAll(() => database.close())
  beforeEach(() => {
    failures.length = 0
  })

  it('are listed with their version and how much they look after', async () => {
    const { version, features } = await grids('grid01')
    expect(version).toMatch(/^[0-9a-f]{16}$/)
    expect(
      features.map(({ properties }) => [properties.code, properties.version, properties.objects]),
    ).toEqual([
      ['001-1', 1, 2],
      ['001-2', 1, 2],
      ['102-1', 1, 3],
    ])
  })

  it('stand under their towns with their people', async () => {
    const { district, towns, retired } = await bodyOf(
      await (await as('leader')).get('/api/grids/tree'),
      GridTree,
    )
    expect([
      district.name,
      towns.map(({ name, grids: inTown }) => [name, inTown.length]),
      retired,
    ]).toEqual([
      '台儿庄区',
      [
        ['运河街道', 2],
        ['泥沟镇', 1],
      ],
      [],
    ])
    expect(towns[0]?.grids[1]?.posts.map(({ position, name }) => [position, name])).toEqual([
      ['chief', '网格甲'],
      ['deputy', '李四'],
    ])
  })

  it('are tried without writing: gaps, objects that change hands, objects outside', async () => {
    const report = await bodyOf(
      await send('POST', [await reshape(GRID.west, box(...WEST))]),
      GridChangeReport,
    )
    // Enterprise 3 lies in what is now the west, as do 1 and 2 already; 4 lies there too.
    expect(
      report.moves.map(({ enterpriseId: id, fromGridId, toGridId }) => [id, fromGridId, toGridId]),
    ).toEqual(
      expect.arrayContaining([
        [enterpriseId(3), GRID.north, GRID.west],
        [enterpriseId(4), GRID.north, GRID.west],
      ]),
    )
    expect(report).toMatchObject({ overlaps: [], problems: [], kept: [], unstaffed: [] })
    expect(report.gaps.map(({ townCode, areaM2 }) => [townCode, Math.round(areaM2 / 1e6)])).toEqual(
      [[CANAL_TOWN, 25]],
    )
    const after = Object.fromEntries(
      report.counts.after.map(({ gridId, objects }) => [gridId, objects]),
    )
    expect(after).toMatchObject({ [GRID.west]: 4, [GRID.north]: 0 })
    expect(await gridOf(3)).toBe(GRID.north)
    expect(await versionOf(GRID.west)).toBe(1)
  })

  it('name what is wrong with a change by its field, and save none of it', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [117.7, 34.5],
          [117.75, 34.55],
          [117.75, 34.5],
          [117.7, 34.55],
          [117.7, 34.5],
        ],
      ],
    }
    const changes = [
      await reshape(GRID.west, bow),
      create({ code: '001-1', validFrom: '2027-01-01' }),
      { kind: 'retire', id: GRID.plant, version: 1, successorId: GRID.plant },
    ]
    const { problems } = await bodyOf(await send('POST', changes), GridChangeReport)
    expect(problems.map(({ field }) => field).sort()).toEqual([
      'changes.0.geometry',
      'changes.1.code',
      'changes.1.code',
      'changes.1.validFrom',
      'changes.2.successorId',
    ])
    expect(problems.find(({ field }) => field === 'changes.0.geometry')?.message).toMatch(
      /边线自相交（117\.725/,
    )
    expect(await problemOf(await send('PUT', changes), 422)).toBe('bad-field')
    const far = await bodyOf(
      await send('POST', [create({ geometry: box(100, 30, 100.1, 30.1) })]),
      GridChangeReport,
    )
    expect(far.problems).toEqual([{ field: 'changes.0.geometry', message: '网格在本区之外' }])
    expect((await grids()).features).toHaveLength(3)
  })

  it('never overlap, and say where they would', async () => {
    const changes = [await reshape(GRID.west, box(117.7, 34.5, 117.76, 34.55))]
    const { overlaps } = await bodyOf(await send('POST', changes), GridChangeReport)
    expect(overlaps).toMatchObject([{ gridIds: [GRID.west, GRID.north] }])
    expect(overlaps[0]?.areaM2).toBeGreaterThan(5e6)
    const refused = await send('PUT', changes)
    expect(await refused.clone().json()).toMatchObject({
      overlaps: [{ gridIds: [GRID.west, GRID.north] }],
    })
    expect(await problemOf(refused, 422)).toBe('grids-overlap')
    // A border of four corners against one of two, a decimetre apart, is no overlap.
    const ragged = {
      type: 'Polygon',
      coordinates: [
        [
          [117.7, 34.5],
          [117.75, 34.5],
          [117.750001, 34.52],
          [117.75, 34.55],
          [117.7, 34.55],
          [117.7, 34.5],
        ],
      ],
    }
    expect(
      (await bodyOf(await send('POST', [await reshape(GRID.west, ragged)]), GridChangeReport))
        .overlaps,
    ).toEqual([])
  })

  it('are not for anybody else to change', async () => {
    for (const who of ['leader', 'bureau', 'grid01', 'ent01']) {
      expect(await problemOf(await (await as(who)).send('PUT', '/api/grids', {}), 403)).toBe(
        'role-refused',
      )
    }
  })

  it('are given to who they belong to in one act: objects, what belongs to them, the map', async () => {
    const member = await as('grid01')
    const mine = async () =>
      z
        .object({ items: z.array(z.object({ id: z.uuid() })) })
        .parse(await (await member.get('/api/enterprises')).json())
        .items.map(({ id }) => id)
        .sort()
    expect(await mine()).toEqual([enterpriseId(3), enterpriseId(4)])
    const layers = () =>
      database.asOwner((tx) =>
        queryRows(
          tx,
          z.object({ version: z.coerce.number() }),
          sql`SELECT sum(version) AS version FROM layer_versions WHERE layer = 'enterprises'`,
        ),
      )
    const [before] = await layers()
    const done = await bodyOf(
      await send('PUT', [
        await reshape(GRID.west, box(...WEST)),
        { kind: 'rename', id: GRID.west, version: 1, name: '运河西网格' },
      ]),
      GridsChanged,
    )
    expect(done.report.totals.moves).toBeGreaterThan(1)
    expect(done.version).toBe((await grids()).version)
    expect(await mine()).toEqual([])
    const [after] = await layers()
    expect(after?.version).toBeGreaterThan(before?.version ?? Infinity)
    expect(
      (await grids()).features.find(({ properties }) => properties.id === GRID.west)?.properties,
    ).toMatchObject({ name: '运河西网格', version: 2 })
    const entries = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({
          table: z.string(),
          name: z.string(),
          changes: z.record(z.string(), z.unknown()),
        }),
        sql`
      SELECT object_table AS "table", actor_name AS name, changes FROM audit_log WHERE action = 'update' AND actor_role = 'admin' ORDER BY seq`,
      ),
    )
    expect(entries.find(({ table }) => table === 'grids')).toMatchObject({
      name: '管理员',
      changes: { name: { to: '运河西网格' }, geom: {} },
    })
    expect(entries.find(({ table }) => table === 'enterprises')).toMatchObject({
      name: '管理员',
      changes: { grid_id: { from: GRID.north, to: GRID.west } },
    })
  })

  it('are changed by one person at a time: the second sees what stands', async () => {
    const { version } = await grids()
    const changes = [
      { kind: 'rename', id: GRID.north, version: await versionOf(GRID.north), name: '第一个名字' },
    ]
    const both = await Promise.all([send('PUT', changes, version), send('PUT', changes, version)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = both.find(({ status }) => status === 409)
    expect(await refused?.json()).toMatchObject({
      type: 'urn:onemap:problem:grids-changed',
      version: (await grids()).version,
      current: [{ id: GRID.north, version: 2, name: '第一个名字' }],
    })
    expect(await problemOf(await send('POST', [create()], version), 409)).toBe('grids-changed')
  })
})

describe('an object', () => {
  beforeAll(open)
  afterAll(() => database.close())

  it('stays where it is put by hand, with a reason, whatever the boundaries become', async () => {
    const admin = await as('admin')
    const put = (body: object) =>
      admin.send('PUT', `/api/enterprises/${enterpriseId(3)}/grid-override`, body)
    expect(
      await problemOf(
        await put({ gridId: GRID.plant, reason: '短', expectedGridId: GRID.north }),
        400,
      ),
    ).toBe('bad-request')
    const stale = await put({
      gridId: GRID.plant,
      reason: '道路不通，由泥沟代管',
      expectedGridId: GRID.west,
    })
    expect(await stale.clone().json()).toMatchObject({ current: { gridId: GRID.north } })
    expect(await problemOf(stale, 409)).toBe('object-moved')
    const object = await bodyOf(
      await put({ gridId: GRID.plant, reason: '道路不通，由泥沟代管', expectedGridId: GRID.north }),
      GridObject,
    )
    expect(object).toMatchObject({ gridId: GRID.plant, override: '道路不通，由泥沟代管' })

    const { report } = await bodyOf(
      await send('PUT', [await reshape(GRID.west, box(...WEST))]),
      GridsChanged,
    )
    expect(report.kept).toMatchObject([
      {
        enterpriseId: enterpriseId(3),
        gridId: GRID.plant,
        byGeometryId: GRID.west,
        reason: '道路不通，由泥沟代管',
      },
    ])
    expect(await gridOf(3)).toBe(GRID.plant)
    const { items } = await bodyOf(await (await as('bureau')).get('/api/grid-overrides'), Overrides)
    expect(items).toMatchObject([
      {
        enterpriseId: enterpriseId(3),
        grid: { id: GRID.plant },
        byGeometry: { id: GRID.west },
        setByName: '管理员',
      },
    ])
    const inPlant = await bodyOf(await admin.get(`/api/grids/${GRID.plant}/objects`), Objects)
    expect(inPlant.items.map(({ enterpriseId: id }) => id)).toContain(enterpriseId(3))

    expect(
      await bodyOf(
        await admin.send('DELETE', `/api/enterprises/${enterpriseId(3)}/grid-override`),
        GridObject,
      ),
    ).toMatchObject({ gridId: GRID.west, override: null })
    expect((await bodyOf(await admin.get('/api/grid-overrides'), Overrides)).items).toEqual([])
  })

  it('gets another office with a reason; two at once do not pass each other', async () => {
    const admin = await as('admin')
    const put = () =>
      admin.send('PUT', `/api/enterprises/${enterpriseId(2)}/office`, {
        officeId: OFFICE.energy,
        reason: '职责调整',
        expectedOfficeId: OFFICE.safety,
      })
    const both = await Promise.all([put(), put()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [said] = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ changes: z.unknown(), offices: z.int() }),
        sql`
      SELECT a.changes, (SELECT count(DISTINCT office_id)::int FROM risk_points WHERE enterprise_id = ${enterpriseId(2)}) AS offices
      FROM audit_log a WHERE a.action = 'handover' AND a.object_table = 'enterprises'`,
      ),
    )
    expect(said).toMatchObject({
      changes: { office: { from: '安全生产科', to: '能源科' }, reason: { to: '职责调整' } },
      offices: 1,
    })
    expect(
      await problemOf(
        await admin.send('PUT', `/api/enterprises/${idOf('9', 9)}/office`, {
          officeId: OFFICE.energy,
          reason: '职责调整',
          expectedOfficeId: OFFICE.safety,
        }),
        404,
      ),
    ).toBe('enterprise-not-found')
  })
})

describe('a grid that is split or dissolved', () => {
  beforeAll(open)
  afterAll(() => database.close())

  it('gives part of what it has to a new one', async () => {
    const { report } = await bodyOf(
      await send('PUT', [create({ geometry: box(117.7, 34.55, 117.75, 34.6) })]),
      GridsChanged,
    )
    expect(report.unstaffed).toEqual([idOf('aa', 1)])
    expect(await gridOf(1)).toBe(idOf('aa', 1))
    const made = (await grids()).features.find(({ properties }) => properties.id === idOf('aa', 1))
    expect(made?.properties).toMatchObject({
      version: 1,
      objects: 4,
      chief: null,
      validFrom: TODAY,
    })
    // Sent again it is said what stands, and made once.
    expect(
      await problemOf(
        await send('PUT', [create({ geometry: box(117.7, 34.55, 117.75, 34.6) })], 'x'),
        409,
      ),
    ).toBe('grids-changed')
  })

  it('leaves its objects and its people to its successor, and its past where it was', async () => {
    const admin = await as('admin')
    const changes = [
      await reshape(GRID.west, box(117.7, 34.5, 117.8, 34.55)),
      {
        kind: 'retire',
        id: GRID.north,
        version: await versionOf(GRID.north),
        successorId: GRID.west,
      },
    ]
    await bodyOf(await send('PUT', changes), GridsChanged)
    expect((await grids()).features.map(({ properties }) => properties.id)).not.toContain(
      GRID.north,
    )
    const { retired, towns } = await bodyOf(await admin.get('/api/grids/tree'), GridTree)
    expect(retired).toMatchObject([
      { id: GRID.north, validTo: TODAY, successor: { id: GRID.west } },
    ])
    // The west has a chief: the one of the north is a deputy there.
    const posts = towns.flatMap((town) => town.grids).find(({ id }) => id === GRID.west)?.posts
    expect(posts?.map(({ name, position }) => [name, position])).toEqual([
      ['张三', 'chief'],
      ['李四', 'deputy'],
      ['网格甲', 'deputy'],
    ])
    const { items } = await bodyOf(
      await admin.get('/api/people?q=grid01'),
      z.object({ items: z.array(Person) }),
    )
    expect(items[0]?.appointments).toMatchObject([
      { grid: { id: GRID.west }, position: 'deputy', state: 'current', validFrom: TODAY },
      {
        grid: { id: GRID.north },
        state: 'handed-over',
        endReason: expect.stringContaining('并入'),
        successor: { name: '网格甲' },
      },
    ])
    expect((await (await as('grid01')).get('/api/patrols/mine')).status).toBe(200)
  })

  it('takes no object any more, whoever enters it', async () => {
    const moved = database.asOwner((tx) =>
      tx.execute(sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(1)}`),
    )
    await expect(
      moved.catch((error: unknown) => {
        throw error instanceof Error ? error.cause : error
      }),
    ).rejects.toMatchObject({ message: 'the grid is dissolved' })
    const emptied = database.asOwner((tx) =>
      tx.execute(sql`UPDATE grids SET valid_to = valid_from WHERE id = ${GRID.plant}`),
    )
    await expect(
      emptied.catch((error: unknown) => {
        throw error instanceof Error ? error.cause : error
      }),
    ).rejects.toMatchObject({ message: 'the grid still has objects' })
  })

  it('moves to another town with all it has', async () => {
    const grid = idOf('aa', 1)
    await bodyOf(
      await send('PUT', [
        { kind: 'rename', id: grid, version: 1, townCode: NORTH_TOWN, code: `${NORTH_TOWN}-G09` },
      ]),
      GridsChanged,
    )
    const rows = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ town: z.string(), area: z.string() }),
        sql`
      SELECT DISTINCT e.town_code AS town, e.area_code AS area FROM enterprises e JOIN risk_points r ON r.enterprise_id = e.id AND r.town_code = e.town_code WHERE e.grid_id = ${grid}`,
      ),
    )
    expect(rows).toEqual([{ town: NORTH_TOWN, area: NORTH_TOWN }])
    expect(failures).toEqual([])
  })
})
