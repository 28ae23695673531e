import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openPostgis } from './postgis.ts'
import { plantFixture } from './test-fixture.ts'

/** Makes an empty migrated database on the server of TEST_DATABASE_URL and one with the fixture; tests copy them, the end drops them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL']
  if (server === undefined) throw new Error('TEST_DATABASE_URL names no server')
  const empty = `onemap_test_${process.pid}`
  const planted = `${empty}_planted`
  await onServer(server, `CREATE DATABASE ${empty}`)
  await (await openPostgis(databaseOn(server, empty))).close()
  await onServer(server, `CREATE DATABASE ${planted} TEMPLATE ${empty}`)
  const database = await openPostgis(databaseOn(server, planted))
  await plantFixture(database)
  await database.close()
  project.provide('testDatabase', { kind: 'postgis', server, empty, planted })
  return async () => {
    for (const name of [planted, empty])
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

/** Runs one statement outside any database of the tests. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Address of another database on the same server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
