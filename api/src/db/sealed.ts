import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

const VERSION = 'v1:'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Length of the key: AES-256. */
export const SEAL_KEY_BYTES = 32

/** A sealed text was changed, or sealed with another key. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError'

  constructor() {
    super(
      'a sealed value cannot be opened: it was changed, or PERSONAL_DATA_KEY is not the key it was sealed with',
    )
  }
}

/** Makes personal data unreadable at rest, and readable again. */
export interface Sealer {
  /** @returns `v1:<base64>`; one key seals one text always alike, so that a sealed column can be compared unopened */
  seal(text: string): string
  /** @throws BrokenSealError if the text was changed or sealed with another key */
  unseal(sealed: string): string
}

/**
 * Seals with AES-256-GCM: `v1:` and in base64 the nonce (12 bytes), the ciphertext, the tag (16 bytes). The nonce
 * is an HMAC of the text (as in SIV): only equal texts share one, and an importer finds out what changed in SQL.
 * @param key 32 bytes
 */
export function createSealer(key: Uint8Array): Sealer {
  if (key.byteLength !== SEAL_KEY_BYTES)
    throw new RangeError(`a key has ${SEAL_KEY_BYTES} bytes, not ${key.byteLength}`)
  const nonceKey = createHmac('sha256', key).update('nonce').digest()
  return {
    seal(text) {
      const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return (
        VERSION +
        Buffer.concat([
          nonce,
          cipher.update(text, 'utf8'),
          cipher.final(),
          cipher.getAuthTag(),
        ]).toString('base64')
      )
    },
    unseal(sealed) {
      const bytes = Buffer.from(
        sealed.startsWith(VERSION) ? sealed.slice(VERSION.length) : '',
        'base64',
      )
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new BrokenSealError()
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return (
          decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') +
          decipher.final('utf8')
        )
      } catch {
        throw new BrokenSealError()
      }
    },
  }
}
