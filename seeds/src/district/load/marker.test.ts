import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '@onemap/api/config'
import { databaseExists, isPrepared, markPrepared } from './marker.ts'

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'onemap-'))
})

afterAll(() => rm(dataDir, { recursive: true }))

it('knows a prepared database without opening it', async () => {
  const config = readConfig({ DATA_DIR: dataDir })
  expect(await isPrepared(config)).toBe(false)
  await markPrepared(config)
  // The note alone is not enough: somebody may have thrown the database away.
  expect(await isPrepared(config)).toBe(false)
  await mkdir(join(dataDir, 'pg'))
  await writeFile(join(dataDir, 'pg', 'PG_VERSION'), '17')
  expect(await databaseExists(config)).toBe(true)
  expect(await isPrepared(config)).toBe(true)
})

it('prepares again when demonstration data is wanted otherwise, or the note is spoilt', async () => {
  expect(await isPrepared(readConfig({ DATA_DIR: dataDir, DEMO: 'false' }))).toBe(false)
  await writeFile(join(dataDir, 'prepared.json'), '{')
  expect(await isPrepared(readConfig({ DATA_DIR: dataDir }))).toBe(false)
})
