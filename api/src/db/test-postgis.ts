import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openPostgis } from './postgis.ts'

/** Makes an empty migrated database on the server of TEST_DATABASE_URL; tests copy it, the end drops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL']
  if (server === undefined) throw new Error('TEST_DATABASE_URL names no server')
  const template = `onemap_test_${process.pid}`
  await onServer(server, `CREATE DATABASE ${template}`)
  const database = await openPostgis(databaseOn(server, template))
  await database.close()
  project.provide('testDatabase', { kind: 'postgis', server, template })
  return () => onServer(server, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
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
