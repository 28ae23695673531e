import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { KEPT_SECRETS, keptSecret } from '../db/kept-secret.ts'

/**
 * The configured secret, or the one in `auth.secret` of the data folder, which is made on first use and readable by
 * its owner only. Who loses it signs everybody out and turns two-factor sign-in off.
 */
export async function openAuthSecret({
  authSecret,
  dataDir,
}: Pick<Config, 'authSecret' | 'dataDir'>): Promise<string> {
  if (authSecret !== undefined) return authSecret
  return keptSecret(dataDir, KEPT_SECRETS.auth, () => randomBytes(48).toString('base64url'))
}
