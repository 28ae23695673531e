import type { ChangeEntry, RiskPointMapRow } from '@onemap/api/domain/change'
import type { EnterpriseColumns, RiskPointColumns } from './columns.ts'
import { enterpriseRowOf, keyOf, levelOf, riskPointCategory } from './filter-key.ts'
import { resized } from './growing-rows.ts'
import { findRows, thingOf, type OwnedChange } from './wanted-rows.ts'

const isPointRow = (row: ChangeEntry['row']): row is RiskPointMapRow =>
  row !== undefined && 'accidentType' in row

/** Place of each level in the drawing order: not assessed first, then 4 up to 1. */
const BLOCK_OF = [0, 4, 3, 2, 1]
const BLOCKS = BLOCK_OF.length
const blockOf = (key: number): number => BLOCK_OF[levelOf(key)] ?? 0

/**
 * The columns with the changes written into them, still in drawing order: a row that changes its level moves from
 * block to block by swapping with a row at each border, so that a change costs as many swaps as there are levels.
 */
export function patchRiskPoints(
  columns: RiskPointColumns,
  entries: readonly ChangeEntry[],
  enterprises: EnterpriseColumns,
): RiskPointColumns {
  const wanted = findRows(columns, entries, enterprises)
  const changes = [...wanted.values()].filter(
    ({ entry, row }) => isPointRow(entry.row) || (entry.action === 'delete' && row >= 0),
  )
  if (changes.length === 0) return columns

  const room = columns.length + changes.filter(({ row }) => row < 0).length
  const positions = resized(columns.positions, room * 2)
  const no = resized(columns.no, room)
  const keys = resized(columns.keys, room)
  let length = columns.length
  let moved = false
  const ends = blockEnds(keys, length)
  const startOf = (block: number): number => (block === 0 ? 0 : (ends[block - 1] ?? 0))

  function swap(a: number, b: number): void {
    if (a === b) return
    moved = true
    for (const [at, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const change = wanted.get(thingOf(enterpriseRowOf(keys[at] ?? 0), no[at] ?? 0))
      if (change !== undefined) change.row = to
    }
    const [lon = 0, lat = 0, number = 0, key = 0] = [
      positions[a * 2],
      positions[a * 2 + 1],
      no[a],
      keys[a],
    ]
    positions.copyWithin(a * 2, b * 2, b * 2 + 2)
    no[a] = no[b] ?? 0
    keys[a] = keys[b] ?? 0
    positions.set([lon, lat], b * 2)
    no[b] = number
    keys[b] = key
  }

  /** Brings a row from the block it lies in to another. @returns where it is then */
  function carry(from: number, block: number, to: number): number {
    let row = from
    for (let at = block; at < to; at++) {
      const border = (ends[at] ?? 0) - 1
      swap(row, border)
      ends[at] = border
      row = border
    }
    for (let at = block; at > to; at--) {
      const border = startOf(at)
      swap(row, border)
      ends[at - 1] = border + 1
      row = border
    }
    return row
  }

  function remove(row: number): void {
    swap(carry(row, blockOf(keys[row] ?? 0), BLOCKS - 1), length - 1)
    length -= 1
    ends[BLOCKS - 1] = length
  }

  function write({ enterpriseRow, no: number, entry, row: known }: OwnedChange): void {
    if (!isPointRow(entry.row)) return
    const { level, accidentType, lon, lat } = entry.row
    const key = keyOf(enterpriseRow, riskPointCategory(level, accidentType))
    const block = known < 0 ? BLOCKS - 1 : blockOf(keys[known] ?? 0)
    if (known < 0) {
      ends[BLOCKS - 1] = length + 1
      keys[length] = key
      no[length] = number
      moved = true
    } else if (positions[known * 2] !== lon || positions[known * 2 + 1] !== lat) moved = true
    const row = known < 0 ? length++ : known
    positions.set([lon, lat], row * 2)
    const place = carry(row, block, blockOf(key))
    keys[place] = key
  }

  for (const change of changes) {
    if (change.entry.action === 'delete') remove(change.row)
    else write(change)
  }
  return {
    ...columns,
    length,
    // Where nothing moved the same array says so: it need not be sent to the graphics processor again.
    positions:
      moved || length !== columns.length ? resized(positions, length * 2) : columns.positions,
    no: resized(no, length),
    keys: resized(keys, length),
  }
}

/** Where each block of the drawing order ends. */
function blockEnds(keys: Uint32Array, length: number): number[] {
  const counts = Array.from({ length: BLOCKS }, () => 0)
  for (let row = 0; row < length; row++) {
    const block = blockOf(keys[row] ?? 0)
    counts[block] = (counts[block] ?? 0) + 1
  }
  let end = 0
  return counts.map((count) => (end += count))
}
