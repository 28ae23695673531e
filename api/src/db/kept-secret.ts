import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Names of the secrets that the data folder keeps where the configuration gives none. */
export const KEPT_SECRETS = { personalData: 'personal-data.key', auth: 'auth.secret' } as const

/**
 * A secret of the data folder, made on first use and readable by its owner only.
 * @param make what a new one is
 */
export async function keptSecret(
  dataDir: string,
  name: (typeof KEPT_SECRETS)[keyof typeof KEPT_SECRETS],
  make: () => string,
): Promise<string> {
  const file = join(dataDir, name)
  await mkdir(dataDir, { recursive: true })
  const known = await readFile(file, 'utf8').catch(() => undefined)
  return (known ?? (await makeOnce(file, make()))).trim()
}

/** Two processes may come first at once: a secret appears whole under its name, the first one stays, both read it. */
async function makeOnce(file: string, secret: string): Promise<string> {
  const own = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(own, `${secret}\n`, { flag: 'wx', mode: 0o600 })
  try {
    await link(own, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(own)
  }
  return readFile(file, 'utf8')
}
