import type { Datum } from '../domain/datum.ts'
import { latitude, longitude } from './cells/coordinate.ts'
import { mustBeFilled } from './column.ts'
import type { Fault } from './parse-cells.ts'

/** Where a row says that it is. */
interface PlaceCells {
  readonly longitude: number | null
  readonly latitude: number | null
  readonly lonLat: readonly [number, number] | null
  readonly datum: Datum | null
}

/** Degrees as written and what they were measured in, or why there are none. */
export type WrittenPlace =
  | { readonly place: { readonly at: readonly [number, number]; readonly datum: Datum } | null }
  | { readonly fault: Fault }

/**
 * The place of a row.
 * @param fallback datum of rows that name none
 * @param needed whether a row without a place is wrong
 */
export function writtenPlace(
  { longitude: x, latitude: y, lonLat, datum }: PlaceCells,
  fallback: Datum | null,
  needed = false,
): WrittenPlace {
  const at = lonLat ?? (x !== null && y !== null ? ([x, y] as const) : null)
  if (at === null) {
    if (x === null && y === null && !needed) return { place: null }
    const key = x === null ? 'longitude' : 'latitude'
    return {
      fault: {
        key,
        fault:
          x === null && y === null
            ? mustBeFilled(key === 'longitude' ? longitude().allowed : latitude().allowed)
            : {
                zh: '经度、纬度应同时填写或同时不填',
                en: 'Longitude and latitude are given together or not at all',
              },
      },
    }
  }
  const source = datum ?? fallback
  if (source === null) {
    return {
      fault: {
        key: 'datum',
        fault: {
          zh: '不知道坐标系：请填“坐标系”列，或在导入时选定',
          en: 'The datum is not known: fill in the column 坐标系, or choose one for the import',
        },
      },
    }
  }
  return { place: { at, datum: source } }
}
