import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSealer, SEAL_KEY_BYTES, type Sealer } from './sealed.ts'

interface KeyOptions {
  /** The key itself, 32 bytes, where the configuration gives one. */
  readonly personalDataKey: Uint8Array | undefined
  /** Where a key is made once and kept otherwise. */
  readonly dataDir: string
}

/**
 * The sealer of personal data, with the configured key or the one in `personal-data.key` of the data folder, which is
 * made on first use and readable by its owner only. Whoever loses the key loses every sealed number.
 * @throws RangeError if the file holds something else
 */
export async function openSealer({ personalDataKey, dataDir }: KeyOptions): Promise<Sealer> {
  if (personalDataKey !== undefined) return createSealer(personalDataKey)
  const file = join(dataDir, 'personal-data.key')
  await mkdir(dataDir, { recursive: true })
  const known = await readFile(file, 'utf8').catch(() => undefined)
  return createSealer(Buffer.from(known ?? await makeKey(file), 'base64'))
}

/** Two processes may come first at once: a key appears whole under its name, the first one stays, both read it. */
async function makeKey(file: string): Promise<string> {
  const key = randomBytes(SEAL_KEY_BYTES).toString('base64')
  const own = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(own, `${key}\n`, { flag: 'wx', mode: 0o600 })
  try {
    await link(own, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(own)
  }
  return readFile(file, 'utf8')
}
