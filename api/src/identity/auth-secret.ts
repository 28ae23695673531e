import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/**
 * The configured secret, or the one in `auth.secret` of the data folder, which is made on first use and readable by
 * its owner only. Who loses it signs everybody out and turns two-factor sign-in off.
 */
export async function openAuthSecret({ authSecret, dataDir }: Pick<Config, 'authSecret' | 'dataDir'>): Promise<string> {
  if (authSecret !== undefined) return authSecret
  const file = join(dataDir, 'auth.secret')
  await mkdir(dataDir, { recursive: true })
  const known = await readFile(file, 'utf8').catch(() => undefined)
  return (known ?? await makeSecret(file)).trim()
}

/** Two processes may come first at once: a secret appears whole under its name, the first one stays, both read it. */
async function makeSecret(file: string): Promise<string> {
  const own = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(own, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  try {
    await link(own, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(own)
  }
  return readFile(file, 'utf8')
}
