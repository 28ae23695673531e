import type { ChangeEntry } from '@onemap/api/domain/change'
import type { EnterpriseColumns } from './columns.ts'
import { enterpriseRowOf } from './filter-key.ts'

/** 序号 are below this: half of what is left of a safe integer beside 24 bits of enterprise. */
const MOST_NO = 2 ** 28

/** A change of something that an enterprise owns, found by enterprise and 序号. */
export interface OwnedChange {
  readonly enterpriseRow: number
  readonly no: number
  readonly entry: ChangeEntry
  /** Where it stands in the columns; −1 where it does not. */
  row: number
}

interface Owned {
  readonly length: number
  readonly keys: Uint32Array
  readonly no: Uint16Array | Uint32Array
}

/** Name of a thing among all of its layer. */
export const thingOf = (enterpriseRow: number, no: number): number => enterpriseRow * MOST_NO + no

/**
 * The changes by thing, the last of each, with the rows they stand at: found in one pass over the layer, however many
 * they are. What belongs to an enterprise that is not here is left out.
 */
export function findRows(
  columns: Owned,
  entries: readonly ChangeEntry[],
  enterprises: EnterpriseColumns,
): Map<number, OwnedChange> {
  const wanted = new Map<number, OwnedChange>()
  const owners = new Uint8Array(enterprises.length)
  for (const entry of entries) {
    const enterpriseRow = enterprises.rowOf.get(entry.enterpriseId ?? '')
    if (enterpriseRow === undefined || entry.no === undefined) continue
    owners[enterpriseRow] = 1
    wanted.set(thingOf(enterpriseRow, entry.no), { enterpriseRow, no: entry.no, entry, row: -1 })
  }
  if (wanted.size === 0) return wanted
  for (let row = 0; row < columns.length; row++) {
    const enterpriseRow = enterpriseRowOf(columns.keys[row] ?? 0)
    if (owners[enterpriseRow] !== 1) continue
    const change = wanted.get(thingOf(enterpriseRow, columns.no[row] ?? 0))
    if (change !== undefined) change.row = row
  }
  return wanted
}
