import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectDataFolder } from './data-folder.ts'
import { DatabaseRefusal } from './refusal.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'onemap-folder-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const put = async (path: string, content: string | Uint8Array = '') => {
  const file = join(dataDir, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, content)
}

async function putDatabase(): Promise<void> {
  await put('pg/PG_VERSION', '18\n')
  await put('pg/global/pg_control', new Uint8Array(8192))
  for (const folder of ['base', 'pg_wal', 'pg_xact'])
    await mkdir(join(dataDir, 'pg', folder), { recursive: true })
}

describe('a data folder', () => {
  it.each([
    ['nothing', async () => undefined],
    ['no folder at all', () => rm(dataDir, { recursive: true }).then(() => undefined)],
    ['an empty pg', () => mkdir(join(dataDir, 'pg'))],
    ['our keys', () => put('personal-data.key', 'k')],
    ['a lock that was left over', () => put('pg.lock', 'pid 1')],
    ['a database that was never finished', () => put('pg.making/PG_VERSION', '18')],
  ])('with %s is new', async (_what, prepare) => {
    await prepare()
    expect(await inspectDataFolder(dataDir)).toBe('new')
    await mkdir(dataDir, { recursive: true })
  })

  it('with a whole database is ours', async () => {
    await putDatabase()
    expect(await inspectDataFolder(dataDir)).toBe('ours')
  })

  it.each([
    ['its version', 'PG_VERSION'],
    ['its control file', 'global/pg_control'],
    ['its log', 'pg_wal'],
    ['its tables', 'base'],
    ['everything but its version', 'base,global,pg_wal,pg_xact'],
  ])('whose database lacks %s is refused, by the name of what is missing', async (_what, parts) => {
    await putDatabase()
    for (const part of parts.split(',')) await rm(join(dataDir, 'pg', part), { recursive: true })
    const before = await readdir(dataDir, { recursive: true })
    await expect(inspectDataFolder(dataDir)).rejects.toThrow(DatabaseRefusal)
    await expect(inspectDataFolder(dataDir)).rejects.toThrow(parts.split(',')[0])
    expect(await readdir(dataDir, { recursive: true })).toEqual(before)
  })

  it.each([
    ['somebody else’s files', () => put('pg/holiday.jpg', 'x')],
    [
      'a control file cut short',
      async () => {
        await putDatabase()
        await put('pg/global/pg_control', 'short')
      },
    ],
    [
      'a database of another PostgreSQL',
      async () => {
        await putDatabase()
        await put('pg/PG_VERSION', '17\n')
      },
    ],
    ['the note of a database that is gone', () => put('prepared.json', '{}')],
    ['photographs of a database that is gone', () => put('evidence/ab/cd/abcd', 'x')],
  ])('with %s is refused', async (_what, prepare) => {
    await prepare()
    await expect(inspectDataFolder(dataDir)).rejects.toThrow(DatabaseRefusal)
  })
})
