import type { Label } from '../../domain/dictionary.ts'
import type { Cell } from '../column.ts'
import { degrees } from './degrees.ts'

interface Axis {
  readonly name: Label
  readonly example: string
  readonly least: number
  readonly most: number
}

/** 经度 and 纬度 within China, in degrees. */
const LONGITUDE: Axis = {
  name: { zh: '经度', en: 'longitude' },
  example: '117.733312',
  least: 73,
  most: 136,
}
const LATITUDE: Axis = {
  name: { zh: '纬度', en: 'latitude' },
  example: '34.562208',
  least: 3,
  most: 54,
}

const within = (value: number, { least, most }: Axis) => value >= least && value <= most

function coordinate(axis: Axis, other: Axis): Cell<number> {
  const { name, example, least, most } = axis
  const allowed = {
    zh: `十进制度（如 ${example}）或度分秒，${least} 至 ${most}`,
    en: `decimal degrees (such as ${example}) or degrees, minutes and seconds, ${least} to ${most}`,
  }
  return {
    allowed,
    takes: 'stored',
    read(text) {
      const value = degrees(text)
      if (within(value, axis)) return { value }
      if (within(value, other)) {
        return {
          fault: {
            zh: `“${text}”像是${other.name.zh}：经度、纬度可能填反了；${name.zh}应为 ${least} 至 ${most}`,
            en: `“${text}” looks like a ${other.name.en}: the two may be exchanged; a ${name.en} is ${least} to ${most}`,
          },
        }
      }
      const shown = text.slice(0, 30)
      return {
        fault: projected(value, shown) ?? {
          zh: `“${shown}”不是可用的${name.zh}，应为：${allowed.zh}`,
          en: `“${shown}” is no usable ${name.en}; expected: ${allowed.en}`,
        },
      }
    },
  }
}

/** Gauss–Krüger eastings have six digits, eight with the number of their zone; northings of China have seven. */
function projected(value: number, shown: string): Label | undefined {
  if (!(value >= 100_000 && value < 100_000_000)) return undefined
  const zone = Math.floor(value / 1_000_000)
  const named = zone >= 13 && zone <= 45
  return {
    zh: `“${shown}”像是以米为单位的高斯投影坐标${named ? `（第 ${zone} 带）` : ''}，不是经纬度：请在测绘或 GIS 软件中换算成经纬度后再填`,
    en: `“${shown}” looks like projected coordinates in metres${named ? ` (Gauss–Krüger zone ${zone})` : ''}, not degrees: convert them to longitude and latitude first`,
  }
}

/** 经度 within China, in degrees. */
export const longitude = (): Cell<number> => coordinate(LONGITUDE, LATITUDE)

/** 纬度 within China, in degrees. */
export const latitude = (): Cell<number> => coordinate(LATITUDE, LONGITUDE)

/** Longer than any way of writing a pair. */
const LONGEST_PAIR = 120

/** Places where one of two numbers may end and the other begin. */
const SEAM =
  /[,，;；、|/\s]+|(?=[东北经纬])|(?<=\d["”″'′°秒分度]?\s*)(?=[EN]\s*\d)|(?<=[EN])(?=\d)/gi

/** 经纬度 in one cell, either of them first: within China no longitude is a latitude. */
export function lonLatPair(): Cell<readonly [number, number]> {
  const allowed = {
    zh: '经度和纬度，用逗号分隔，如 117.733312,34.562208',
    en: 'longitude and latitude separated by a comma, such as 117.733312,34.562208',
  }
  return {
    allowed,
    read(text) {
      const bare = text
        .slice(0, LONGEST_PAIR)
        .replace(/^\s*(?:POINT\s*)?[([{（【]+|[)\]}）】]+\s*$/gi, '')
      for (const { index, 0: seam } of bare.matchAll(SEAM)) {
        const first = degrees(bare.slice(0, index))
        const second = degrees(bare.slice(index + seam.length))
        if (within(first, LONGITUDE) && within(second, LATITUDE)) return { value: [first, second] }
        if (within(first, LATITUDE) && within(second, LONGITUDE)) return { value: [second, first] }
      }
      return {
        fault: {
          zh: `“${text.slice(0, 60)}”不是可用的经纬度，应为：${allowed.zh}`,
          en: `“${text.slice(0, 60)}” is no usable pair; expected: ${allowed.en}`,
        },
      }
    },
  }
}
