import { latitude, longitude } from './cells/coordinate.ts'
import { datum } from './cells/datum.ts'
import { optional, required } from './column.ts'

const LONGITUDE = {
  heading: '经度',
  aliases: ['东经', '经度坐标', 'lon', 'lng', 'longitude', 'x坐标', '坐标x'],
  example: 117.733312,
}
const LATITUDE = {
  heading: '纬度',
  aliases: ['北纬', '纬度坐标', 'lat', 'latitude', 'y坐标', '坐标y'],
  example: 34.562208,
}

const datumColumn = () =>
  optional(
    {
      heading: '坐标系',
      aliases: ['坐标系统', '坐标类型', 'datum'],
      example: 'WGS 84',
      note: '本行坐标与命令行 --datum 不同时填写',
    },
    datum(),
  )

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
