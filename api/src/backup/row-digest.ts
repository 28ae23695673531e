import { createHash } from 'node:crypto'

const LANES = [0, 8, 16, 24] as const

/**
 * A digest of rows in any order, for two databases give the same rows in different orders: the SHA-256 of every row,
 * summed in four lanes of 64 bits.
 */
export class RowDigest {
  rows = 0
  private readonly sums = new BigUint64Array(LANES.length)

  add(row: Uint8Array): void {
    const digest = createHash('sha256').update(row).digest()
    for (const [lane, offset] of LANES.entries())
      this.sums[lane] = (this.sums[lane] ?? 0n) + digest.readBigUInt64BE(offset)
    this.rows += 1
  }

  toString(): string {
    return Array.from(this.sums, (sum) => sum.toString(16).padStart(16, '0')).join('')
  }
}
