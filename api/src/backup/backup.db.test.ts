import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { OwnedDatabase } from '../db/database.ts'
import { openEmbedded } from '../db/embedded.ts'
import { evidencePath } from '../db/evidence-path.ts'
import { thumbnailOf } from '../db/evidence-store.ts'
import { openEvidenceStore } from '../db/open-evidence-store.ts'
import { openOwned } from '../db/open.ts'
import { openSealer } from '../db/personal-data-key.ts'
import { openOwnedPostgis } from '../db/postgis.ts'
import { DatabaseRefusal } from '../db/refusal.ts'
import { testDatabaseUrl } from '../db/test-database.ts'
import { makeBackup } from './make-backup.ts'
import type { Manifest } from './manifest.ts'
import { BackupRefusal } from './refusal.ts'
import { checkBackup, restoreBackup } from './restore-backup.ts'
import { testTarget } from './test-target.ts'

const PHOTO = Buffer.from('bytes of a photograph')
const PHOTO_SHA256 = createHash('sha256').update(PHOTO).digest('hex')

let work: string
let folder: string
let database: OwnedDatabase
let drop: () => Promise<void>
let config: Awaited<ReturnType<typeof testTarget>>['config']
let manifest: Manifest

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'onemap-backup-'))
  folder = join(work, 'backup')
  const source = inject('testDatabase')
  if (source.kind === 'embedded') {
    database = await openEmbedded({ snapshot: new Blob([await readFile(source.planted)]) })
    drop = async () => undefined
  } else {
    const made = await testDatabaseUrl(source.server, source.planted)
    database = await openOwnedPostgis(made.url)
    drop = made.drop
  }
  await database.asOwner(async (tx) => {
    await tx.execute(sql`ALTER TABLE evidence DISABLE TRIGGER USER`)
    await tx.execute(
      sql`UPDATE evidence SET sha256 = ${PHOTO_SHA256} WHERE id = (SELECT id FROM evidence ORDER BY id LIMIT 1)`,
    )
    await tx.execute(sql`ALTER TABLE evidence ENABLE TRIGGER USER`)
  })
  config = {
    dataDir: join(work, 'data'),
    databaseUrl: undefined,
    migrationDatabaseUrl: undefined,
    personalDataKey: undefined,
    authSecret: 'a secret of the configuration, not of the folder',
    evidenceStorage: undefined,
  }
  await openSealer(config)
  await openEvidenceStore(config).put(PHOTO_SHA256, PHOTO)
  await openEvidenceStore(config).put(thumbnailOf(PHOTO_SHA256), Buffer.from('small'))
  manifest = await makeBackup(
    { database, evidence: openEvidenceStore(config), config, version: '1.2.3' },
    folder,
  )
})
afterAll(async () => {
  await database.close()
  await drop()
  await rm(work, { recursive: true })
})

describe('a backup', () => {
  it('holds every table, the files that rows name, and the secret of the folder', () => {
    expect(manifest.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['enterprises', 'hazards', 'audit_log', 'users', 'evidence']),
    )
    expect(manifest.tables.find(({ name }) => name === 'enterprises')?.rows).toBe(7)
    expect(manifest.evidence.map(({ name }) => name)).toEqual([
      PHOTO_SHA256,
      thumbnailOf(PHOTO_SHA256),
    ])
    expect(manifest.missing).not.toContain(PHOTO_SHA256)
    expect(manifest.secrets.personalData).toMatch(/^[0-9a-f]{16}$/)
  })

  it('does not write down a secret that the configuration gives', async () => {
    expect(await readdir(join(folder, 'secrets'))).toEqual(['personal-data.key'])
    expect(manifest.secrets.auth).toMatch(/^[0-9a-f]{16}$/)
  })

  it('is not written over another', async () => {
    const again = makeBackup(
      { database, evidence: openEvidenceStore(config), config, version: '1.2.3' },
      folder,
    )
    await expect(again).rejects.toThrow(BackupRefusal)
    expect(await readdir(work)).toEqual(['backup', 'data'])
  })
})

describe('what was restored', () => {
  let target: Awaited<ReturnType<typeof testTarget>>
  let here: typeof config
  const sources = () => ({ config: here, evidence: openEvidenceStore(here) })
  beforeAll(async () => {
    target = await testTarget()
    here = { ...target.config, authSecret: config.authSecret }
    await restoreBackup(sources(), folder, false)
  })
  afterAll(() => target.drop())

  it('holds the same rows and files', async () => {
    const owned = await openOwned(here)
    const second = await makeBackup(
      { database: owned, version: '1.2.3', ...sources() },
      join(work, 'again'),
    )
    await owned.close()
    expect(second.tables).toEqual(manifest.tables)
    expect(second.sequences).toEqual(manifest.sequences)
    expect(second.evidence).toEqual(manifest.evidence)
    expect(second.secrets).toEqual(manifest.secrets)
  })

  it('is not written over: a database that holds anything is refused', async () => {
    await expect(restoreBackup(sources(), folder, false)).rejects.toThrow(
      here.databaseUrl === undefined ? DatabaseRefusal : BackupRefusal,
    )
  })
})

// Made of a server and restored into the embedded database. The other way round is the upgrade's test.
describe.runIf(inject('testDatabase').kind === 'postgis')('a backup of PostGIS', () => {
  let proven: Manifest
  beforeAll(async () => {
    proven = await checkBackup(folder)
  })

  it('can be restored into the embedded database', () => {
    expect(proven).toEqual(manifest)
  })
})

describe('a backup that is not what it was', () => {
  async function refusalOf(spoil: () => Promise<() => Promise<void>>): Promise<unknown> {
    const mend = await spoil()
    const target = await testTarget()
    const here = { ...target.config, authSecret: config.authSecret }
    try {
      await restoreBackup({ config: here, evidence: openEvidenceStore(here) }, folder, false)
      return undefined
    } catch (error) {
      expect(await readdir(here.dataDir)).toEqual([])
      return error
    } finally {
      await target.drop()
      await mend()
    }
  }

  const changing = (path: string, change: (bytes: Buffer) => Uint8Array) => async () => {
    const file = join(folder, path)
    const bytes = await readFile(file)
    await writeFile(file, change(bytes))
    return () => writeFile(file, bytes)
  }

  it.each([
    [
      'a value was changed',
      'tables/enterprises.copy.gz',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('造纸', '造船')),
    ],
    [
      'a row is gone',
      'tables/grids.copy.gz',
      (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(1).join('\n')),
    ],
    ['a file was cut short', 'tables/hazards.copy.gz', (bytes: Buffer) => bytes.subarray(0, 99)],
    ['a photograph was changed', `evidence/${evidencePath(PHOTO_SHA256)}`, () => Buffer.from('x')],
    ['the manifest was cut short', 'manifest.json', (bytes: Buffer) => bytes.subarray(0, 99)],
  ])('is refused: %s', async (_what, path, change) => {
    expect(await refusalOf(changing(path, change))).toBeInstanceOf(BackupRefusal)
  })

  it('is refused where the secret is another than it was sealed with', async () => {
    const target = await testTarget()
    const here = { ...target.config, authSecret: 'another secret of another configuration' }
    const sources = { config: here, evidence: openEvidenceStore(here) }
    await expect(restoreBackup(sources, folder, false)).rejects.toThrow('AUTH_SECRET')
    expect(await readdir(here.dataDir)).toEqual([])
    await target.drop()
  })
})
