import { createHash } from 'node:crypto'

/** Namespace of the identifiers below (a random UUID, fixed for good). */
const NAMESPACE = '6f0d3c52-8a9e-4b7c-9d1e-2f5a70b4c8e1'

/** RFC 9562 version 5 UUID of a name: the same name has the same id in every database. */
export function identifier(name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}

/** The id of a grid, from its code. */
export const gridId = (code: string): string => identifier(`grid:${code}`)
