import { createHash } from 'node:crypto'
import { access, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '@onemap/api/config'
import { MIGRATIONS } from '@onemap/api/db/migrations'
import { LAYER_NAMES } from '@onemap/geodata/layers'
import { builtFile } from '@onemap/geodata/read'

const Marker = z.object({ prepared: z.string() })

/**
 * What the embedded database was last prepared with. While the note matches there is nothing to do,
 * and the database, which takes seconds to open, is not opened at all.
 */
export async function isPrepared(config: Config): Promise<boolean> {
  const note = await readFile(markerFile(config), 'utf8').catch(() => undefined)
  if (note === undefined || !(await databaseExists(config))) return false
  const parsed = Marker.safeParse(parseJson(note))
  return parsed.success && parsed.data.prepared === (await fingerprint(config))
}

/** Whether there is an embedded database at all. */
export function databaseExists({ dataDir }: Config): Promise<boolean> {
  return access(join(dataDir, 'pg', 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

export async function markPrepared(config: Config): Promise<void> {
  await writeFile(
    markerFile(config),
    `${JSON.stringify({ prepared: await fingerprint(config) })}\n`,
  )
}

const markerFile = ({ dataDir }: Config) => join(dataDir, 'prepared.json')

/** Of everything preparation depends on: migrations, built geography, whether demonstration data is wanted. */
async function fingerprint({ demo }: Config): Promise<string> {
  const hash = createHash('sha256').update(String(demo))
  for (const name of (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).sort()) {
    hash.update(name).update(await readFile(join(MIGRATIONS, name)))
  }
  for (const layer of LAYER_NAMES) hash.update(await readFile(builtFile(layer)))
  return hash.digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
