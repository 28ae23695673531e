import { randomBytes } from 'node:crypto'
import { KEPT_SECRETS, keptSecret } from './kept-secret.ts'
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
  const key = await keptSecret(dataDir, KEPT_SECRETS.personalData, () =>
    randomBytes(SEAL_KEY_BYTES).toString('base64'),
  )
  return createSealer(Buffer.from(key, 'base64'))
}
