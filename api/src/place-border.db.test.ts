import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './db/database.ts'
import { queryRow } from './db/rows.ts'
import { plantedDatabase } from './db/test-database.ts'
import { pointText } from './db/wgs84.ts'
import { z } from 'zod'
import { isPlace } from './domain/place.ts'
import { Place } from './http/place-input.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const EDGES = [-540, -180.0000001, -180, -90.0000001, -90, 0, 1e-7, 90, 90.0000001, 180, 180.1]
const POSITIONS = EDGES.flatMap((lon) => EDGES.map((lat): [number, number] => [lon, lat]))

/** The rule as the database has it, out of one of its constraints. */
async function constraint(): Promise<string> {
  const found = await database.asOwner((tx) =>
    queryRow(
      tx,
      z.object({ rule: z.string() }),
      sql`SELECT pg_get_expr(conbin, conrelid) AS rule FROM pg_constraint WHERE conname = 'hazards_geom_in_the_world'`,
    ),
  )
  return found?.rule ?? ''
}

describe('a place', () => {
  it('is to the domain and to the border what it is to the database', async () => {
    const rule = sql.raw(await constraint())
    for (const position of POSITIONS) {
      const stored = await database.asOwner((tx) =>
        queryRow(
          tx,
          z.object({ fits: z.boolean() }),
          sql`SELECT (${rule}) AS fits FROM (SELECT ${pointText(position)}::geometry AS geom) AS one`,
        ),
      )
      const sent = Place.safeParse({ type: 'Point', coordinates: position })
      expect([position, isPlace(position), sent.success]).toEqual([
        position,
        stored?.fits,
        stored?.fits,
      ])
    }
  })

  it.each([
    [[Number.NaN, 34]],
    [[117, Number.POSITIVE_INFINITY]],
    [[117]],
    [['117', '34']],
    [null],
  ])('is not %j', (coordinates) => {
    expect(Place.safeParse({ type: 'Point', coordinates }).success).toBe(false)
  })
})
