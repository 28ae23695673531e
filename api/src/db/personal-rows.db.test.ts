import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { AUDIENCES, type Audience, type Scope } from './scope.ts'
import { keysFor, onStage, PERMISSION_DENIED } from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, GRID, idOf, OFFICE } from './test-fixture-places.ts'
import { columnsOf, TABLES } from './test-tables.ts'

/* What is a person's own, whatever they may see besides: nobody else's, not even by who leads the bureau. */

const MINE = idOf('0', 1)
const THEIRS = idOf('0', 2)
const WITH_ROWS = ['wide', 'grid', 'enterprise'] as const satisfies readonly Audience[]
const WITHOUT = AUDIENCES.filter((audience) => !WITH_ROWS.some((one) => one === audience))
const as = (audience: Audience, userId?: string): Scope => ({
  audience,
  enterpriseId: enterpriseId(1),
  gridIds: [GRID.west],
  officeId: OFFICE.safety,
  ...(userId === undefined ? {} : { userId }),
})

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(async (tx) => {
    for (const [index, user] of [MINE, THEIRS].entries()) {
      await tx.execute(
        sql`INSERT INTO saved_views (id, user_id, screen, name) VALUES (${idOf('dd', index)}, ${user}, 'hazards', '本周')`,
      )
      await tx.execute(
        sql`INSERT INTO message_reads (user_id, message_id, read_at) VALUES (${user}, ${idOf('8', 1)}, now())`,
      )
    }
  })
})
afterAll(() => database.close())

const view = (user: string) =>
  sql`INSERT INTO saved_views (id, user_id, screen, name) VALUES (${idOf('dd', 9)}, ${user}, 'hazards', '新') RETURNING user_id::text AS key`
const reading = (user: string) =>
  sql`INSERT INTO message_reads (user_id, message_id, read_at) VALUES (${user}, ${idOf('8', 5)}, now()) RETURNING user_id::text AS key`
const KEPT = ['columns', 'name', 'query']

describe.each(WITH_ROWS)('of %s', (audience) => {
  it.each([
    ['somebody', MINE, [MINE]],
    ['nobody in particular', undefined, []],
  ] as const)('%s reads, changes and removes their own, with no WHERE at all', (_who, user, own) =>
    onStage(database, async (stage) => {
      const scope = as(audience, user)
      for (const table of TABLES.personal) {
        const name = sql.identifier(table)
        expect(
          await keysFor(stage, scope, sql`SELECT user_id::text AS key FROM ${name}`),
          table,
        ).toEqual(own)
        for (const column of await columnsOf(stage.tx, table)) {
          const changed = await keysFor(
            stage,
            scope,
            sql`UPDATE ${name} SET ${sql.identifier(column)} = ${sql.identifier(column)} RETURNING user_id::text AS key`,
          )
          expect(changed, `${table}.${column}`).toEqual(
            table === 'saved_views' && KEPT.includes(column) ? own : PERMISSION_DENIED,
          )
        }
      }
      expect(
        await keysFor(stage, scope, sql`DELETE FROM message_reads RETURNING user_id::text AS key`),
      ).toBe(PERMISSION_DENIED)
      expect(
        await keysFor(stage, scope, sql`DELETE FROM saved_views RETURNING user_id::text AS key`),
      ).toEqual(own)
    }),
  )

  it('somebody adds their own and nobody else’s', () =>
    onStage(database, async (stage) => {
      for (const statement of [view, reading]) {
        expect(await keysFor(stage, as(audience, MINE), statement(THEIRS))).toBe(PERMISSION_DENIED)
        expect(await keysFor(stage, as(audience), statement(MINE))).toBe(PERMISSION_DENIED)
        expect(await keysFor(stage, as(audience, MINE), statement(MINE))).toEqual([MINE])
      }
    }))
})

it.each(WITHOUT)('%s has none', (audience) =>
  onStage(database, async (stage) => {
    for (const table of TABLES.personal) {
      const name = sql.identifier(table)
      for (const statement of [
        sql`SELECT user_id::text AS key FROM ${name}`,
        sql`DELETE FROM ${name} RETURNING user_id::text AS key`,
        sql`UPDATE ${name} SET user_id = user_id RETURNING user_id::text AS key`,
        view(MINE),
        reading(MINE),
      ])
        expect(await keysFor(stage, as(audience, MINE), statement), table).toBe(PERMISSION_DENIED)
    }
  }),
)
