import { DATUM_CODES, type Datum } from '@onemap/api/domain/datum'
import type { Fault } from '@onemap/api/ledger/parse-cells'
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

interface WrittenPlace {
  readonly longitude: number | null
  readonly latitude: number | null
  readonly datum: Datum | null
}

/** The place of a row, converted from its datum. */
export function stagePlace(
  written: WrittenPlace,
  context: ImportContext,
): { place: StagedPlace; faults: Fault[] } {
  const { longitude: x, latitude: y } = written
  if (x === null && y === null) return { place: NOWHERE, faults: [] }
  if (x === null || y === null) {
    return {
      place: NOWHERE,
      faults: [
        { key: x === null ? 'longitude' : 'latitude', fault: '经度、纬度应同时填写或同时不填' },
      ],
    }
  }
  const source = written.datum ?? context.datum
  if (source === null) {
    return {
      place: NOWHERE,
      faults: [
        {
          key: 'datum',
          fault: `不知道坐标系：请填“坐标系”列，或在命令行加 --datum ${DATUM_CODES.join('|')}`,
        },
      ],
    }
  }
  return {
    place: { longitude: x, latitude: y, datum: source, geom: pointText(toWgs84(source, [x, y])) },
    faults: [],
  }
}
