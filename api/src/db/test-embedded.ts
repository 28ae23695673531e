import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from './embedded.ts'
import { MIGRATIONS } from './migrations.ts'

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/onemap', import.meta.url))

/** Tests start from a snapshot of an empty migrated database: made once, and anew when a migration changes. */
export async function setup(project: TestProject): Promise<void> {
  const file = join(CACHE, `empty-${await fingerprint()}.tar`)
  const known = await readFile(file).then(() => true, () => false)
  if (!known) await makeSnapshot(file)
  project.provide('testDatabase', { kind: 'embedded', snapshot: file })
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  // The journal too: by its times a database knows which migrations it has had.
  for (const name of [...files, 'meta/_journal.json']) hash.update(await readFile(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 16)
}

async function makeSnapshot(file: string): Promise<void> {
  const database = await openEmbedded({})
  const dump = await database.dump()
  await database.close()
  await mkdir(CACHE, { recursive: true })
  // Written beside and renamed: another run never sees half a snapshot.
  await writeFile(`${file}.${process.pid}`, dump.stream())
  await rename(`${file}.${process.pid}`, file)
}
