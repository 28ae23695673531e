import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { enterprises } from '../db/schema/enterprises.ts'
import { plantedDatabase } from '../db/test-database.ts'
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
import { TABLES } from '../db/test-tables.ts'
import { applyChanges } from './apply.ts'
import { gridsVersion } from './queries.ts'
import { GridsOverlapError } from './refusals.ts'
import { changeOffice, dropOverride, findObject, overrideGrid } from './overrides.ts'
import {
  cellCovers,
  LATTICE,
  metresToCell,
  outlineOf,
  placeAt,
  type Place,
} from './test-lattice.ts'

/* Any sequence of edits: drawn anew, split, merged, moved between towns, land given up, refused; by hand and back.
   Whose each object must be is told by the cells alone, not by the database's geometry. */

const CELLS = Array.from({ length: LATTICE.columns * LATTICE.rows }, (_, cell) => cell)
/** Off the middle, so that no two cells are equally near; corners and edges, where up to four grids meet; and outside. */
const PLACES: readonly Place[] = [
  ...CELLS.map((cell) =>
    placeAt((cell % LATTICE.columns) + 0.3, Math.floor(cell / LATTICE.columns) + 0.4),
  ),
  ...[
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [2, 2.5],
    [3.5, 2],
    [6, 2],
  ].map(([x = 0, y = 0]) => placeAt(x, y)),
  placeAt(-0.4, 1.3),
  placeAt(6.6, 2.3),
  placeAt(-3, -3),
  placeAt(2.3, 9),
]

interface Model {
  /** Cells and code of each grid that stands. */
  readonly grids: Map<string, { cells: Set<number>; code: string; town: string }>
  readonly objects: Map<
    string,
    { readonly at: Place; grid: string; office: string; byHand: boolean }
  >
}

class RolledBack extends Error {}

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

async function plant(tx: Tx): Promise<Model> {
  const model: Model = { grids: new Map(), objects: new Map() }
  await tx.execute(sql`DELETE FROM grid_overrides`)
  await tx.execute(
    sql`SELECT set_config('app.user_id', ${idOf('0', 9)}, true), set_config('app.actor_name', '管理员', true)`,
  )
  for (const [index, [id, code, town]] of (
    [
      [GRID.west, '001-1', CANAL_TOWN],
      [GRID.north, '001-2', CANAL_TOWN],
      [GRID.plant, '102-1', NORTH_TOWN],
    ] as const
  ).entries()) {
    const cells = new Set(
      CELLS.filter((cell) => Math.floor((cell % LATTICE.columns) / 2) === index),
    )
    model.grids.set(id, { cells, code, town })
    await tx.execute(
      sql`UPDATE grids SET geom = ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(await outlineOf(tx, cells))}), 4326)) WHERE id = ${id}`,
    )
  }
  await tx.insert(enterprises).values(
    PLACES.slice(7).map(([lon, lat], index) => ({
      id: enterpriseId(index + 8),
      creditCode: `9137040500000${String(index + 8).padStart(4, '0')}X`,
      name: `对象${index + 8}`,
      initials: 'dx',
      kind: 'general' as const,
      industryCode: '2614',
      industry: '化工',
      address: '某路',
      areaCode: CANAL_TOWN,
      townCode: CANAL_TOWN,
      gridId: GRID.west,
      officeId: OFFICE.safety,
      geom: { type: 'Point' as const, coordinates: [lon, lat] },
      sourceDatum: 'wgs84' as const,
    })),
  )
  for (const [index, at] of PLACES.entries()) {
    const id = enterpriseId(index + 1)
    const { gridId, officeId } = await findObject(tx, id)
    await tx.execute(
      sql`UPDATE enterprises SET geom = ST_SetSRID(ST_MakePoint(${at[0]}, ${at[1]}), 4326) WHERE id = ${id}`,
    )
    model.objects.set(id, { at, grid: gridId, office: officeId, byHand: false })
  }
  return model
}

/** Gives every object of the model to the grid it lies in. */
function settle(model: Model, successorOf: (grid: string) => string = (grid) => grid): void {
  for (const object of model.objects.values()) {
    if (!model.grids.has(object.grid)) object.grid = successorOf(object.grid)
    if (!object.byHand) object.grid = whoseIs(model, object.at) ?? object.grid
  }
}

function whoseIs(model: Model, at: Place): string | undefined {
  const far = [...model.grids].map(([id, { cells, code }]) => {
    const covers = [...cells].some((cell) => cellCovers(cell, at))
    return {
      id,
      code,
      metres: covers ? 0 : Math.min(...[...cells].map((cell) => metresToCell(cell, at))),
    }
  })
  far.sort((one, other) =>
    Math.abs(one.metres - other.metres) > 0.01
      ? one.metres - other.metres
      : one.code < other.code
        ? -1
        : 1,
  )
  return far[0] !== undefined && far[0].metres <= 1000 ? far[0].id : undefined
}

const Standing = z.object({
  id: z.uuid(),
  grid: z.uuid(),
  office: z.uuid(),
  stands: z.boolean(),
  town: z.string(),
  gridTown: z.string(),
  area: z.string(),
})

async function expectAgreement(tx: Tx, model: Model): Promise<void> {
  const rows = await queryRows(
    tx,
    Standing,
    sql`
    SELECT e.id, e.grid_id AS grid, e.office_id AS office, g.valid_to IS NULL AS stands, e.town_code AS town, g.town_code AS "gridTown", e.area_code AS area
    FROM enterprises e LEFT JOIN grids g ON g.id = e.grid_id`,
  )
  expect(Object.fromEntries(rows.map(({ id, grid, office }) => [id, { grid, office }]))).toEqual(
    Object.fromEntries([...model.objects].map(([id, { grid, office }]) => [id, { grid, office }])),
  )
  for (const row of rows)
    expect(row).toMatchObject({
      stands: true,
      town: row.gridTown,
      area: expect.stringMatching(new RegExp(`^${row.town}`)),
    })
  for (const table of TABLES.enterprise.filter((name) => name !== 'enterprises')) {
    const astray = await queryRows(
      tx,
      z.unknown(),
      sql`
      SELECT 1 FROM ${sql.identifier(table)} t JOIN enterprises e ON e.id = t.enterprise_id WHERE (t.grid_id, t.office_id) IS DISTINCT FROM (e.grid_id, e.office_id)`,
    )
    expect([table, astray.length]).toEqual([table, 0])
  }
}

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
const edit = fc.record({
  kind: fc.constantFrom(
    'give',
    'give',
    'split',
    'merge',
    'abandon',
    'overlap',
    'town',
    'override',
    'drop',
    'office',
  ),
  one: fc.nat(99),
  other: fc.nat(99),
  cells: fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 8 }),
})

it('gives every object to one grid and one office, and what belongs to it along, after any edits', async () => {
  let made = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 7 }), async (edits) => {
      const run = database.asOwner(async (tx) => {
        const model = await plant(tx)
        const save = async (changes: Parameters<typeof applyChanges>[1]['changes']) =>
          applyChanges(tx, { baseVersion: await gridsVersion(tx), changes }, NOW, TODAY)
        const versionOf = async (id: string) =>
          (
            await queryRows(
              tx,
              z.object({ version: z.int() }),
              sql`SELECT version FROM grids WHERE id = ${id}`,
            )
          )[0]?.version ?? 0
        const redraw = async (id: string, cells: Iterable<number>) => ({
          kind: 'reshape' as const,
          id,
          version: await versionOf(id),
          geometry: await outlineOf(tx, cells),
        })
        await save([await redraw(GRID.west, model.grids.get(GRID.west)?.cells ?? [])])
        await save([await redraw(GRID.plant, model.grids.get(GRID.plant)?.cells ?? [])])
        settle(model)
        await expectAgreement(tx, model)

        for (const { kind, one, other, cells } of edits) {
          const ids = [...model.grids.keys()].sort()
          const [a, b] = [pick(ids, one), pick(ids, other)]
          const [from, to] = [model.grids.get(a), model.grids.get(b)]
          const object = pick([...model.objects.keys()], one)
          const held = model.objects.get(object)
          if (from === undefined || to === undefined || held === undefined)
            throw new Error('picked from what there is')
          const part = cells.filter((cell) => from.cells.has(cell))
          const rest = [...from.cells].filter((cell) => !part.includes(cell))
          const proper = part.length > 0 && rest.length > 0
          if (kind === 'give' && proper && a !== b) {
            await save([await redraw(a, rest), await redraw(b, [...to.cells, ...part])])
            from.cells = new Set(rest)
            to.cells = new Set([...to.cells, ...part])
          } else if (kind === 'split' && proper) {
            const [id, code] = [
              idOf('aa', ++made),
              `${from.town}-P${String(made).padStart(5, '0')}`,
            ]
            await save([
              await redraw(a, rest),
              {
                kind: 'create',
                id,
                code,
                name: `新网格${made}`,
                townCode: from.town,
                geometry: await outlineOf(tx, part),
                validFrom: TODAY,
              },
            ])
            from.cells = new Set(rest)
            model.grids.set(id, { cells: new Set(part), code, town: from.town })
          } else if (kind === 'merge' && a !== b) {
            await save([
              await redraw(b, [...to.cells, ...from.cells]),
              { kind: 'retire', id: a, version: await versionOf(a), successorId: b },
            ])
            to.cells = new Set([...to.cells, ...from.cells])
            model.grids.delete(a)
          } else if (kind === 'abandon' && proper) {
            await save([await redraw(a, rest)])
            from.cells = new Set(rest)
          } else if (kind === 'overlap' && a !== b) {
            // Refused before anything is written.
            await expect(
              save([await redraw(a, [...from.cells, ...to.cells])]),
            ).rejects.toBeInstanceOf(GridsOverlapError)
          } else if (kind === 'town') {
            const town = from.town === CANAL_TOWN ? NORTH_TOWN : CANAL_TOWN
            const code = `${town}-T${String(++made).padStart(5, '0')}`
            await save([
              { kind: 'rename', id: a, version: await versionOf(a), townCode: town, code },
            ])
            model.grids.set(a, { ...from, town, code })
          } else if (kind === 'override') {
            await overrideGrid(
              tx,
              object,
              { gridId: b, reason: '由邻近网格代管', expectedGridId: held.grid },
              NOW,
            )
            Object.assign(held, { grid: b, byHand: true })
          } else if (kind === 'drop') {
            await dropOverride(tx, object, NOW)
            held.byHand = false
          } else if (kind === 'office') {
            const officeId = held.office === OFFICE.safety ? OFFICE.energy : OFFICE.safety
            await changeOffice(
              tx,
              object,
              { officeId, reason: '职责调整', expectedOfficeId: held.office },
              NOW,
            )
            held.office = officeId
          }
          settle(model, () => b)
          await expectAgreement(tx, model)
        }
        throw new RolledBack()
      })
      await run.catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error
      })
    }),
    { numRuns: database.kind === 'embedded' ? 4 : 8 },
  )
}, 300_000)
