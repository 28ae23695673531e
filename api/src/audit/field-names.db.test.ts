import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { sql } from '../db/sql.ts'
import { AUDITED_TABLE_CODES } from '../domain/audit.ts'
import { fieldName } from '../domain/audit-fields.ts'
import { testApp } from '../test-app.ts'

const Column = z.object({ table: z.enum(AUDITED_TABLE_CODES), column: z.string() })

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

it('every field that the record of acts may name has a name in both languages', async () => {
  const columns = await app.database.reading({ audience: 'wide' }, (tx) =>
    queryRows(
      tx,
      Column,
      sql`
      SELECT c.relname AS "table", a.attname AS "column"
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relname IN ${[...AUDITED_TABLE_CODES]} AND c.relkind IN ('r', 'p')
        AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY 1, 2`,
    ),
  )
  expect(new Set(columns.map(({ table }) => table)).size).toBe(AUDITED_TABLE_CODES.length)
  const unnamed = columns.filter(({ table, column }) => fieldName(table, column).en === column)
  expect(unnamed.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})
