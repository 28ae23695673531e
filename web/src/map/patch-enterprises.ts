import { foldForSearch } from '@onemap/api/domain/search-text'
import type { ChangeEntry, EnterpriseMapRow } from '@onemap/api/domain/change'
import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import type { EnterpriseColumns, TextCodes } from './columns.ts'
import { keyOf } from './filter-key.ts'
import { resized } from './growing-rows.ts'

const isEnterpriseRow = (row: ChangeEntry['row']): row is EnterpriseMapRow =>
  row !== undefined && 'initials' in row

/** The columns with the changes written into them; undefined where only a new snapshot can show them: an enterprise went. */
export function patchEnterprises(
  columns: EnterpriseColumns,
  entries: readonly ChangeEntry[],
): EnterpriseColumns | undefined {
  const rowOf = new Map(columns.rowOf)
  const changed: { readonly at: number; readonly id: string; readonly row: EnterpriseMapRow }[] = []
  for (const { action, id, row } of entries) {
    if (id === undefined) continue
    const known = rowOf.get(id)
    if (isEnterpriseRow(row) && ENTERPRISE_KIND_CODES.some((kind) => kind === row.kind)) {
      const at = known ?? rowOf.size
      rowOf.set(id, at)
      changed.push({ at, id, row })
    } else if (action === 'delete' && known !== undefined) return undefined
  }
  return changed.length === 0 ? columns : withRows(columns, rowOf, changed)
}

function withRows(
  columns: EnterpriseColumns,
  rowOf: ReadonlyMap<string, number>,
  changed: readonly { readonly at: number; readonly id: string; readonly row: EnterpriseMapRow }[],
): EnterpriseColumns {
  const length = rowOf.size
  const patched = {
    ids: [...columns.ids],
    names: [...columns.names],
    initials: [...columns.initials],
    creditCodes: [...columns.creditCodes],
    searchTexts: [...columns.searchTexts],
    positions: resized(columns.positions, length * 2),
    level: resized(columns.level, length),
    keys: resized(columns.keys, length),
  }
  const kind = codesIn(columns.kind, length, (value) =>
    ENTERPRISE_KIND_CODES.find((code) => code === value),
  )
  const town = codesIn(columns.town, length, String)
  const grid = codesIn(columns.grid, length, String)
  const industry = codesIn(columns.industry, length, String)
  const industryNames = new Map(columns.industryNames)
  for (const { at, id, row } of changed) {
    patched.ids[at] = id
    patched.names[at] = row.name
    patched.initials[at] = row.initials
    patched.creditCodes[at] = row.creditCode
    patched.searchTexts[at] = foldForSearch(`${row.name} ${row.initials} ${row.creditCode}`)
    patched.positions.set([row.lon, row.lat], at * 2)
    patched.level[at] = row.level
    patched.keys[at] = keyOf(at, row.level)
    kind.set(at, row.kind)
    town.set(at, row.town)
    grid.set(at, row.grid)
    industry.set(at, row.industry)
    if (!industryNames.has(row.industry)) industryNames.set(row.industry, row.industryName)
  }
  return {
    ...columns,
    ...patched,
    length,
    rowOf,
    kind: kind.column(),
    town: town.column(),
    grid: grid.column(),
    industry: industry.column(),
    industryNames,
  }
}

/** A text column that takes new values. */
function codesIn<Value extends string>(
  before: TextCodes<Value>,
  length: number,
  known: (value: string) => Value | undefined,
) {
  const values = [...before.values]
  // More distinct values may come than the column was made for.
  const codes =
    before.codes instanceof Uint32Array
      ? resized(before.codes, length)
      : resized(Uint32Array.from(before.codes), length)
  return {
    set(at: number, text: string): void {
      const value = known(text)
      if (value === undefined) return
      const code = values.indexOf(value)
      codes[at] = code >= 0 ? code : values.push(value) - 1
    },
    column: (): TextCodes<Value> => ({ values, codes }),
  }
}
