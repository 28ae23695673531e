import { readFile } from 'node:fs/promises'
import { inject } from 'vitest'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openPostgis } from './postgis.ts'
import { databaseOn, onServer } from './test-postgis.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What a database of one's own is made from. */
    testDatabase:
      | { readonly kind: 'embedded'; readonly snapshot: string }
      | { readonly kind: 'postgis'; readonly server: string; readonly template: string }
  }
}

let made = 0

/**
 * An empty database with the schema, for one test file alone; `close` throws it away.
 * Which one it is depends on the project the test runs in (`embedded` or `postgis`).
 */
export async function testDatabase(): Promise<Database> {
  const source = inject('testDatabase')
  if (source.kind === 'embedded') return openEmbedded({ snapshot: new Blob([await readFile(source.snapshot)]) })
  const { url, drop } = await testDatabaseUrl(source.server, source.template)
  const database = await openPostgis(url)
  return {
    ...database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** Address of a copy of the template that nobody else uses. */
export async function testDatabaseUrl(server: string, template: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `${template}_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}_${made++}`
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: databaseOn(server, name), drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}
