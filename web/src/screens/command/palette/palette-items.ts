import { foldForSearch } from '@onemap/api/domain/search-text'
import type { MapBase, MapSelection } from '../../../map/types.ts'
import type { EnterpriseColumns } from '../../../map/columns.ts'
import { fits } from '../../../navigation/palette/palette-item.ts'
import { searchRows } from '../../onemap/search-rows.ts'

/** Something on the map that the words name. */
export type PaletteMatch =
  | {
      readonly kind: 'enterprise'
      readonly name: string
      readonly hint: string
      readonly row: number
      readonly selection: MapSelection & { readonly kind: 'enterprise' }
    }
  | {
      readonly kind: 'town' | 'grid'
      readonly id: string
      readonly name: string
      readonly hint: string
    }

const MOST_ENTERPRISES = 8
const MOST_AREAS = 6

/** What on the map fits the words: areas before enterprises, and nothing without words. */
export function paletteMatches(
  words: string,
  base: MapBase | null,
  enterprises: EnterpriseColumns | null,
): readonly PaletteMatch[] {
  if (foldForSearch(words) === '') return []
  const towns = (base?.towns.features ?? []).flatMap(
    ({ properties: { code, name } }): PaletteMatch[] =>
      code !== undefined && fits(words, name) ? [{ kind: 'town', name, hint: '', id: code }] : [],
  )
  const grids = (base?.grids.features ?? []).flatMap(
    ({ properties: { id, code, name, townName } }): PaletteMatch[] =>
      fits(words, name) || fits(words, code) ? [{ kind: 'grid', name, hint: townName, id }] : [],
  )
  const found =
    enterprises === null
      ? []
      : searchRows(enterprises, words.trim(), MOST_ENTERPRISES).rows.map((row): PaletteMatch => ({
          kind: 'enterprise',
          name: enterprises.names[row] ?? '',
          hint: enterprises.creditCodes[row] ?? '',
          row,
          selection: { kind: 'enterprise', id: enterprises.ids[row] ?? '' },
        }))
  return [...towns, ...grids.slice(0, MOST_AREAS), ...found]
}
