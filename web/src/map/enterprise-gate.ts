import { foldForSearch } from '@onemap/api/domain/search-text'
import type { EnterpriseColumns, TextCodes } from './columns.ts'
import type { MapFilters } from './types.ts'

/** Bits of {@link enterpriseFailures}. */
export const FAILS = { kind: 1, town: 2, grid: 4, search: 8, industry: 16 } as const

function markOutside(
  failures: Uint8Array,
  column: TextCodes,
  choices: readonly string[],
  bit: number,
): void {
  if (choices.length === 0) return
  const passes = Uint8Array.from(column.values, (value) => Number(choices.includes(value)))
  const { codes } = column
  for (let row = 0; row < failures.length; row++) {
    if (passes[codes[row] ?? 0] !== 1) failures[row] = (failures[row] ?? 0) | bit
  }
}

/**
 * Why each enterprise is filtered out by the facets that its risk points and hazards share with it
 * (kind, town, grid, industry, search): a set of bits, 0 = it passes.
 */
export function enterpriseFailures(
  enterprises: EnterpriseColumns,
  filters: MapFilters,
): Uint8Array {
  const failures = new Uint8Array(enterprises.length)
  markOutside(failures, enterprises.kind, filters.kinds, FAILS.kind)
  markOutside(failures, enterprises.town, filters.towns, FAILS.town)
  markOutside(failures, enterprises.grid, filters.grids, FAILS.grid)
  markOutside(failures, enterprises.industry, filters.industries, FAILS.industry)
  const wanted = foldForSearch(filters.q)
  if (wanted !== '') {
    enterprises.searchTexts.forEach((text, row) => {
      if (!text.includes(wanted)) failures[row] = (failures[row] ?? 0) | FAILS.search
    })
  }
  return failures
}
