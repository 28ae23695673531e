import { DATUM_CODES, type Datum } from '@onemap/api/domain/datum'
import { datum } from '../cells/datum.ts'
import { latitude, longitude } from '../cells/coordinate.ts'
import { optional, required } from '../column.ts'
import type { Fault, ImportContext } from '../ledger.ts'
import { pointText, toWgs84 } from './wgs84.ts'

const LONGITUDE = { heading: '经度', aliases: ['东经', '经度坐标', 'lon', 'lng', 'longitude', 'x坐标', '坐标x'], example: 117.733312 }
const LATITUDE = { heading: '纬度', aliases: ['北纬', '纬度坐标', 'lat', 'latitude', 'y坐标', '坐标y'], example: 34.562208 }

const datumColumn = () => optional({
  heading: '坐标系', aliases: ['坐标系统', '坐标类型', 'datum'], example: 'WGS 84',
  note: '本行坐标与命令行 --datum 不同时填写',
}, datum())

/** 经度, 纬度 and 坐标系, where every row must have a place. */
export const placed = () => ({
  longitude: required(LONGITUDE, longitude()),
  latitude: required(LATITUDE, latitude()),
  datum: datumColumn(),
})

/** 经度, 纬度 and 坐标系, where a row may do without: `instead` says where it then lies. */
export const maybePlaced = (instead: string) => ({
  longitude: optional({ ...LONGITUDE, note: `不填则${instead}` }, longitude()),
  latitude: optional(LATITUDE, latitude()),
  datum: datumColumn(),
})

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
export function stagePlace(written: WrittenPlace, context: ImportContext): { place: StagedPlace; faults: Fault[] } {
  const { longitude: x, latitude: y } = written
  if (x === null && y === null) return { place: NOWHERE, faults: [] }
  if (x === null || y === null) {
    return { place: NOWHERE, faults: [{ key: x === null ? 'longitude' : 'latitude', fault: '经度、纬度应同时填写或同时不填' }] }
  }
  const source = written.datum ?? context.datum
  if (source === null) {
    return { place: NOWHERE, faults: [{ key: 'datum', fault: `不知道坐标系：请填“坐标系”列，或在命令行加 --datum ${DATUM_CODES.join('|')}` }] }
  }
  return { place: { longitude: x, latitude: y, datum: source, geom: pointText(toWgs84(source, [x, y])) }, faults: [] }
}
