import { readFile } from 'node:fs/promises'
import { inject } from 'vitest'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openPostgis } from './postgis.ts'
import { databaseOn, onServer } from './test-postgis.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What a database of one's own is copied from: files of the embedded one, names of databases on a server. */
    testDatabase:
      | { readonly kind: 'embedded'; readonly empty: string; readonly planted: string }
      | {
          readonly kind: 'postgis'
          readonly server: string
          readonly empty: string
          readonly planted: string
        }
  }
}

let made = 0

/**
 * An empty database with the schema, for one test file alone; `close` throws it away.
 * Which one it is depends on the project the test runs in (`embedded` or `postgis`).
 */
export const testDatabase = (): Promise<Database> => copyOf('empty')

/** The same with the hand-made fixture of test-fixture.ts in it. */
export const plantedDatabase = (): Promise<Database> => copyOf('planted')

async function copyOf(which: 'empty' | 'planted'): Promise<Database> {
  const source = inject('testDatabase')
  if (source.kind === 'embedded')
    return openEmbedded({ snapshot: new Blob([await readFile(source[which])]) })
  const { url, drop } = await testDatabaseUrl(source.server, source[which])
  const database = await openPostgis(url)
  return {
    ...database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** Address of a copy of a database that nobody else uses. */
export async function testDatabaseUrl(
  server: string,
  template: string,
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `${template}_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}_${made++}`
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: databaseOn(server, name),
    drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}
