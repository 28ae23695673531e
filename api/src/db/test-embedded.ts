import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from './embedded.ts'
import { MIGRATIONS } from './migrations.ts'
import { plantFixture } from './test-fixture.ts'

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/onemap', import.meta.url))

/**
 * Tests start from snapshots: one of an empty migrated database, made anew when a migration changes, and one with the
 * fixture, made for this run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const empty = join(CACHE, `empty-${await fingerprint()}.tar`)
  const known = await stat(empty).then(
    () => true,
    () => false,
  )
  if (!known) await writeSnapshot(empty, await openEmbedded({}))
  const planted = join(CACHE, `planted-${process.pid}.tar`)
  const database = await openEmbedded({ snapshot: new Blob([await readFile(empty)]) })
  await plantFixture(database)
  await writeSnapshot(planted, database)
  project.provide('testDatabase', { kind: 'embedded', empty, planted })
  return () => rm(planted, { force: true })
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  // The journal too: by its times a database knows which migrations it has had.
  for (const name of [...files, 'meta/_journal.json'])
    hash.update(await readFile(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 16)
}

async function writeSnapshot(
  file: string,
  database: Awaited<ReturnType<typeof openEmbedded>>,
): Promise<void> {
  const dump = await database.dump()
  await database.close()
  await mkdir(CACHE, { recursive: true })
  // Written beside and renamed: another run never sees half a snapshot.
  await writeFile(`${file}.${process.pid}`, dump.stream())
  await rename(`${file}.${process.pid}`, file)
}
