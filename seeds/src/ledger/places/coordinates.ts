import type { Fault } from '@onemap/api/ledger/parse-cells'
import { writtenPlace } from '@onemap/api/ledger/written-place'
import type { ImportContext } from '../ledger.ts'
import { pointText, toWgs84 } from '@onemap/api/db/wgs84'

/** Columns of the staging table that hold a place: as written, and in WGS 84. */
export const STAGED_PLACE = {
  longitude: 'double precision',
  latitude: 'double precision',
  datum: 'text',
  geom: 'geometry(Point, 4326)',
} as const

type StagedPlace = Readonly<Record<keyof typeof STAGED_PLACE, string | number | null>>
const NOWHERE: StagedPlace = { longitude: null, latitude: null, datum: null, geom: null }

/** The place of a row, converted from its datum. @param needed whether a row without one is wrong */
export function stagePlace(
  cells: Parameters<typeof writtenPlace>[0],
  context: ImportContext,
  needed = false,
): { place: StagedPlace; faults: Fault[] } {
  const written = writtenPlace(cells, context.datum, needed)
  if ('fault' in written) return { place: NOWHERE, faults: [written.fault] }
  if (written.place === null) return { place: NOWHERE, faults: [] }
  const { at, datum } = written.place
  const [longitude, latitude] = at
  return {
    place: { longitude, latitude, datum, geom: pointText(toWgs84(datum, at)) },
    faults: [],
  }
}
