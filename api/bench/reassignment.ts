import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { applyChanges } from '../src/grids/apply.ts'
import type { GridChangeset } from '../src/grids/changeset.ts'
import { gridsVersion } from '../src/grids/queries.ts'
import { planObjects } from '../src/grids/planned-objects.ts'
import type { z } from 'zod'
import { beside, scaledDatabase } from './databases.ts'
import { paired } from './measure.ts'
import { openSubject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const OBJECTS = 100_000
const TODAY = '2026-11-24'
const ADMIN = {
  audience: 'admin',
  userId: randomUUID(),
  actor: { id: randomUUID(), name: '管理员', role: 'admin' },
} as const
/** Both grids reach well over the objects; the border runs through their middle. */
const [WEST, EAST, SOUTH, NORTH] = [109.9, 111, 29.9, 31]
const GRIDS = [
  '00000000-0000-4000-8000-00000000000a',
  '00000000-0000-4000-8000-00000000000b',
] as const

type Boundary = { type: 'Polygon'; coordinates: [number, number][][] }

/** From one meridian to another, with a corner every hundred metres or so, as surveyed boundaries have. */
function between(west: number, east: number): Boundary {
  const steps = Array.from({ length: 1101 }, (_, step) =>
    Number((SOUTH + (step * (NORTH - SOUTH)) / 1100).toFixed(6)),
  )
  const side = (lon: number) => steps.map((lat): [number, number] => [lon, lat])
  return { type: 'Polygon', coordinates: [[...side(east), ...side(west).reverse(), [east, SOUTH]]] }
}

/**
 * Two grids with 50,000 objects each, whose common border moves to and fro: every object is weighed anew and a column of
 * 317 changes hands. What is weighed, and told in the preview, is set against the bare spatial join. What is saved, with its report, is set
 * against the same join in one bare UPDATE: rows of some thirty tables follow each object, and every act is on record.
 */
export async function measureReassignment(address: string): Promise<Line[]> {
  const own = beside(address, 'grids')
  await scaledDatabase(own, OBJECTS)
  await divide(own, 110.396)
  const { database, client, close } = await openSubject(own)
  let east = false

  const changeset = async (border: number): Promise<z.output<typeof GridChangeset>> => {
    const { rows } = await client.query<{ id: string; version: number }>(
      'SELECT id, version FROM grids ORDER BY code',
    )
    const baseVersion = await database.reading(ADMIN, gridsVersion)
    const changes = rows.map(({ id, version }, index) => ({
      kind: 'reshape' as const,
      id,
      version,
      geometry: index === 0 ? between(WEST, border) : between(border, EAST),
    }))
    return { baseVersion, changes }
  }
  let next = await changeset(110.3986)
  const plan = () =>
    database.reading(ADMIN, (tx) =>
      planObjects(
        tx,
        next.changes.map((change, index) => ({
          id: change.id,
          code: index === 0 ? 'A' : 'B',
          townCode: '370405001',
          successorId: null,
          ...('geometry' in change ? { geometry: change.geometry } : {}),
        })),
      ),
    )
  const save = () => database.scoped(ADMIN, (tx) => applyChanges(tx, next, new Date(), TODAY))
  const join = () =>
    client.query(
      'SELECT count(*) FROM (SELECT e.id, min(g.code) AS grid FROM grids g JOIN enterprises e ON ST_Covers(g.geom, e.geom) GROUP BY e.id) assigned',
    )
  /** Undone each time, so that it always finds the same to do. */
  const update = async () => {
    await client.query('BEGIN')
    for (const change of next.changes) {
      if ('geometry' in change)
        await client.query(
          'UPDATE grids SET geom = ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)) WHERE id = $2',
          [JSON.stringify(change.geometry), change.id],
        )
    }
    await client.query(`
      UPDATE enterprises e SET grid_id = g.id
      FROM (SELECT e.id, min(g.code) AS code FROM grids g JOIN enterprises e ON ST_Covers(g.geom, e.geom) GROUP BY e.id) assigned JOIN grids g USING (code)
      WHERE assigned.id = e.id AND e.grid_id <> g.id`)
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    await client.query('ROLLBACK')
  }

  const planned = await paired(plan, join, 6, 2)
  const turn = async () => {
    east = !east
    next = await changeset(east ? 110.396 : 110.3986)
  }
  const saved = await paired(
    async () => {
      await save()
      await turn()
    },
    update,
    6,
    2,
  )
  await close()
  return [
    {
      what: `objects that change hands among ${OBJECTS.toLocaleString('en')}, as previewed / raw spatial join`,
      measured: milliseconds(planned.subject),
      reference: milliseconds(planned.reference),
      value: planned.ratio,
      target: 2,
      unit: '×',
    },
    {
      what: `re-assignment of ${OBJECTS.toLocaleString('en')} objects, saved / UPDATE from the raw spatial join`,
      measured: milliseconds(saved.subject),
      reference: milliseconds(saved.reference),
      value: saved.ratio,
      target: 2,
      unit: '×',
    },
  ]
}

/** Makes the two grids and gives each its objects. */
async function divide(address: string, border: number): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  await client.query(
    "INSERT INTO grids (id, code, name, town_code, geom) SELECT $1, 'B', '格二', town_code, geom FROM grids WHERE code = 'A' ON CONFLICT DO NOTHING",
    [GRIDS[1]],
  )
  for (const [index, id] of GRIDS.entries()) {
    await client.query(
      'UPDATE grids SET geom = ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)) WHERE id = $2',
      [JSON.stringify(index === 0 ? between(WEST, border) : between(border, EAST)), id],
    )
  }
  await client.query('BEGIN')
  await client.query("SET LOCAL app.bulk = 'true'")
  await client.query(
    'UPDATE enterprises SET grid_id = CASE WHEN ST_X(geom) <= $1 THEN $2::uuid ELSE $3::uuid END WHERE grid_id <> CASE WHEN ST_X(geom) <= $1 THEN $2::uuid ELSE $3::uuid END',
    [border, ...GRIDS],
  )
  await client.query('COMMIT')
  await client.query('VACUUM ANALYZE enterprises')
  await client.end()
}
