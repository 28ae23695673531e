import type { Cell } from '../column.ts'

const SEXAGESIMAL =
  /^(?:东经|北纬|[EN])?(\d{1,3})[°度]\s*(?:(\d{1,2}(?:\.\d+)?)['’′分]\s*)?(?:(\d{1,2}(?:\.\d+)?)(?:["”″秒]|''|′′)\s*)?[EN]?$/i

/** Degrees from `117.7333`, `117.7333°` or `117°43′59.9″`; NaN if neither. */
function degrees(text: string): number {
  const parts = SEXAGESIMAL.exec(text)
  if (parts === null) return Number(text)
  const [, whole, minutes = '0', seconds = '0'] = parts
  return Number(minutes) < 60 && Number(seconds) < 60
    ? Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600
    : Number.NaN
}

function coordinate(
  name: string,
  other: string,
  range: readonly [number, number],
  otherRange: readonly [number, number],
): Cell<number> {
  const [least, most] = range
  const allowed = `十进制度（如 ${name === '经度' ? '117.733312' : '34.562208'}）或度分秒，${least} 至 ${most}`
  return {
    allowed,
    read(text) {
      const value = degrees(text)
      if (value >= least && value <= most) return { value }
      if (value >= otherRange[0] && value <= otherRange[1])
        return {
          fault: `“${text}”像是${other}：经度、纬度可能填反了；${name}应为 ${least} 至 ${most}`,
        }
      return { fault: `“${text.slice(0, 30)}”不是可用的${name}，应为：${allowed}` }
    },
  }
}

const LONGITUDES = [73, 136] as const
const LATITUDES = [3, 54] as const

/** 经度 within China, in degrees. */
export const longitude = (): Cell<number> => coordinate('经度', '纬度', LONGITUDES, LATITUDES)

/** 纬度 within China, in degrees. */
export const latitude = (): Cell<number> => coordinate('纬度', '经度', LATITUDES, LONGITUDES)
