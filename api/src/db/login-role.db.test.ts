import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { openPostgis } from './postgis.ts'
import { SchemaError } from './schema-error.ts'
import { queryRow } from './rows.ts'
import { testDatabaseUrl } from './test-database.ts'
import { enterpriseId } from './test-fixture-places.ts'
import { onServer } from './test-postgis.ts'

const source = inject('testDatabase')
const Count = z.object({ count: z.coerce.number() })
const COUNT = sql`SELECT count(*) AS count FROM enterprises`

// The embedded database has one user, its owner.
describe.runIf(source.kind === 'postgis')('a login that owns nothing', () => {
  const server = source.kind === 'postgis' ? source.server : ''
  const login = `onemap_api_${process.pid}`
  let own: Awaited<ReturnType<typeof testDatabaseUrl>>
  let plain: string
  let database: Database

  beforeAll(async () => {
    own = await testDatabaseUrl(server, source.kind === 'postgis' ? source.planted : '')
    const url = new URL(own.url)
    url.username = login
    url.password = "a pass'word"
    plain = url.href
    database = await openPostgis(plain, own.url)
  })
  afterAll(async () => {
    await database.close()
    await own.drop()
    await onServer(server, `DROP ROLE ${login}`)
  })

  it('is made at migration and inherits no right', async () => {
    const Login = z.object({ ordinary: z.boolean() })
    const made = await database.asOwner((tx) =>
      queryRow(
        tx,
        Login,
        sql`
      SELECT rolcanlogin AND NOT (rolinherit OR rolsuper OR rolcreaterole OR rolbypassrls) AS ordinary FROM pg_roles WHERE rolname = ${login}`,
      ),
    )
    expect(made).toEqual({ ordinary: true })
  })

  it('reads and writes by borrowing an audience’s role', async () => {
    const scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) } as const
    expect(await database.scoped(scope, (tx) => queryRow(tx, Count, COUNT))).toEqual({ count: 1 })
    await database.scoped(scope, (tx) => tx.execute(sql`UPDATE enterprises SET employees = 13`))
    expect(
      await database.asOwner((tx) => queryRow(tx, Count, sql`${COUNT} WHERE employees = 13`)),
    ).toEqual({ count: 1 })
    const chunks: Uint8Array[] = []
    for await (const chunk of database.copyOut(scope, 'SELECT id FROM enterprises'))
      chunks.push(chunk)
    expect(
      Buffer.concat(chunks).includes(Buffer.from(enterpriseId(1).replaceAll('-', ''), 'hex')),
    ).toBe(true)
  })

  it('starts without the owner’s password once the schema stands, and then is never the owner', async () => {
    const alone = await openPostgis(plain)
    try {
      expect(await alone.scoped({ audience: 'wide' }, (tx) => queryRow(tx, Count, COUNT))).toEqual({
        count: 7,
      })
      await expect(alone.asOwner((tx) => tx.execute(COUNT))).rejects.toThrow(SchemaError)
    } finally {
      await alone.close()
    }
  })

  it('says so when the schema is of another version', async () => {
    await database.asOwner((tx) =>
      tx.execute(sql`UPDATE drizzle.__drizzle_migrations SET created_at = created_at - 1`),
    )
    await expect(openPostgis(plain)).rejects.toThrow(SchemaError)
    await database.asOwner((tx) =>
      tx.execute(sql`UPDATE drizzle.__drizzle_migrations SET created_at = created_at + 1`),
    )
  })
})
