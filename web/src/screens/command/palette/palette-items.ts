import { foldForSearch } from '@onemap/api/domain/search-text'
import type { MapBase, MapSelection } from '../../../map/types.ts'
import type { EnterpriseColumns } from '../../../map/columns.ts'
import { searchRows } from '../../onemap/search-rows.ts'

/** Something the palette finds; what it does is up to who lists it. */
export type PaletteItem =
  | {
      readonly kind: 'enterprise'
      readonly key: string
      readonly name: string
      readonly hint: string
      readonly row: number
      readonly selection: MapSelection
    }
  | {
      readonly kind: 'town' | 'grid'
      readonly key: string
      readonly name: string
      readonly hint: string
      readonly id: string
    }
  | {
      readonly kind: 'preset' | 'action'
      readonly key: string
      readonly name: string
      readonly hint: string
      readonly run: () => void
    }

/** Something that can be done, by its name in the language of the screen. */
export interface NamedAct {
  readonly kind: 'preset' | 'action'
  readonly key: string
  readonly name: string
  readonly hint: string
  readonly run: () => void
}

const MOST_ENTERPRISES = 8
const MOST_AREAS = 6

/** What fits the words: deeds first where a name begins with them, then places, then enterprises; without words only deeds. */
export function paletteItems(
  words: string,
  acts: readonly NamedAct[],
  base: MapBase | null,
  enterprises: EnterpriseColumns | null,
): PaletteItem[] {
  const wanted = foldForSearch(words)
  if (wanted === '') return [...acts]
  const fits = (name: string) => foldForSearch(name).includes(wanted)
  const towns = (base?.towns.features ?? []).flatMap(
    ({ properties: { code, name } }): PaletteItem[] =>
      code !== undefined && fits(name)
        ? [{ kind: 'town', key: `town-${code}`, name, hint: '', id: code }]
        : [],
  )
  const grids = (base?.grids.features ?? []).flatMap(
    ({ properties: { id, code, name, townName } }): PaletteItem[] =>
      fits(name) || fits(code)
        ? [{ kind: 'grid', key: `grid-${id}`, name, hint: townName, id }]
        : [],
  )
  const found =
    enterprises === null
      ? []
      : searchRows(enterprises, wanted, MOST_ENTERPRISES).rows.map((row): PaletteItem => {
          const id = enterprises?.ids[row] ?? ''
          return {
            kind: 'enterprise',
            key: id,
            name: enterprises?.names[row] ?? '',
            hint: enterprises?.creditCodes[row] ?? '',
            row,
            selection: { kind: 'enterprise', id },
          }
        })
  return [
    ...acts.filter(({ name }) => fits(name)),
    ...towns,
    ...grids.slice(0, MOST_AREAS),
    ...found,
  ]
}
