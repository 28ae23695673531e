import { latitude, longitude, lonLatPair } from './cells/coordinate.ts'
import { datum } from './cells/datum.ts'
import { oneWayOf, optional } from './column.ts'

const LONGITUDE = {
  heading: '经度',
  aliases: ['东经', '经度坐标', '经度(东经)', 'lon', 'lng', 'longitude', 'x坐标', '坐标x'],
  example: 117.733312,
}
const LATITUDE = {
  heading: '纬度',
  aliases: ['北纬', '纬度坐标', '纬度(北纬)', 'lat', 'latitude', 'y坐标', '坐标y'],
  example: 34.562208,
}
const INSTEAD = ['lonLat']

const pairColumn = () =>
  optional(
    {
      heading: '经纬度',
      aliases: [
        '经纬度坐标',
        '坐标',
        'GPS坐标',
        '坐标（经纬度）',
        '位置坐标',
        '地理坐标',
        'lonlat',
      ],
      example: '',
      note: '经度、纬度写在一格时填这里，前两列不填',
    },
    lonLatPair(),
  )

const datumColumn = () =>
  optional(
    {
      heading: '坐标系',
      aliases: ['坐标系统', '坐标类型', 'datum'],
      example: 'WGS 84',
      note: '本行坐标与导入时选的坐标系不同时填写',
    },
    datum(),
  )

/** 经度, 纬度 (in two columns or one) and 坐标系, where every row must have a place. */
export const placed = () => ({
  longitude: oneWayOf({ ...LONGITUDE, instead: INSTEAD }, longitude()),
  latitude: oneWayOf({ ...LATITUDE, instead: INSTEAD }, latitude()),
  lonLat: pairColumn(),
  datum: datumColumn(),
})

/** 经度, 纬度 (in two columns or one) and 坐标系, where a row may do without: `instead` says where it then lies. */
export const maybePlaced = (instead: string) => ({
  longitude: optional({ ...LONGITUDE, note: `不填则${instead}` }, longitude()),
  latitude: optional(LATITUDE, latitude()),
  lonLat: pairColumn(),
  datum: datumColumn(),
})
