import type { Label } from '@onemap/api/domain/dictionary'
import type { Position, Ring } from '../geojson.ts'
import { suggestedCode } from './crs-table.ts'
import type { Remedy } from './finding.ts'

/** What is wrong with coordinates, in words. */
export interface Flaw extends Label {
  readonly remedy?: Remedy
}

/** How coordinates become WGS 84. */
interface Conversion {
  readonly toWgs84: (position: Position) => Position
  /** Whether they are metres. */
  readonly projected: boolean
}

interface Seen {
  readonly flaw: Flaw
  readonly where: string
  count: number
}

/** Reads nested arrays of coordinates into WGS 84, and collects what is wrong with them: each kind once, with its first place. */
export class CoordinateReader {
  readonly #seen = new Map<string, Seen>()

  constructor(private readonly conversion: Conversion) {}

  get flaws(): readonly Flaw[] {
    return [...this.#seen.values()].map(({ flaw, where, count }) => ({
      ...flaw,
      zh: `${where} ${flaw.zh}${count > 1 ? `（同样的共 ${count} 处）` : ''}`,
      en: `${where}: ${flaw.en}${count > 1 ? ` (${count} such places)` : ''}`,
    }))
  }

  polygons(value: unknown, path: string): Ring[][] {
    return this.#each(value, path, 1, (part, at) => this.rings(part, at))
  }

  rings(value: unknown, path: string): Ring[] {
    return this.#each(value, path, 1, (part, at) => this.#ring(part, at))
  }

  lines(value: unknown, path: string): Ring[] {
    return this.#each(value, path, 1, (part, at) => this.line(part, at))
  }

  line(value: unknown, path: string): Ring {
    return this.#each(value, path, 2, (part, at) => this.#position(part, at))
  }

  #ring(value: unknown, path: string): Ring {
    const ring = this.#each(value, path, 4, (part, at) => this.#position(part, at))
    if (ring.length >= 4 && ring.at(0)?.join() !== ring.at(-1)?.join())
      this.#note(path, 'open', {
        zh: '环首尾坐标不一致（未闭合）',
        en: 'the ring does not end where it begins',
      })
    return ring
  }

  #each<T>(
    value: unknown,
    path: string,
    least: number,
    read: (part: unknown, at: string) => T,
  ): T[] {
    if (!Array.isArray(value) || value.length < least) {
      this.#note(path, `least ${least}`, {
        zh: `应为数组，至少 ${least} 项`,
        en: `must be an array of at least ${least}`,
      })
      return []
    }
    return value.map((part: unknown, index) => read(part, `${path}[${index}]`))
  }

  #position(value: unknown, path: string): Position {
    const [x, y] = Array.isArray(value) ? [Number(value[0]), Number(value[1])] : []
    const numbers = Array.isArray(value) ? value.slice(0, 2) : []
    if (x === undefined || y === undefined || numbers.length < 2)
      return this.#unread(path, 'pair', {
        zh: '坐标至少要有经度和纬度两个数',
        en: 'a position takes at least two numbers, longitude and latitude',
      })
    if (numbers.some((number) => typeof number === 'string'))
      return this.#unread(path, 'text', {
        zh: `坐标写成了文字（${JSON.stringify(numbers)}），应为数字，不带引号`,
        en: `coordinates are text (${JSON.stringify(numbers)}); they must be numbers, without quotation marks`,
      })
    if (!numbers.every((number) => Number.isFinite(number)))
      return this.#unread(path, 'number', {
        zh: `坐标不是数字（${JSON.stringify(numbers)}）`,
        en: `coordinates are no numbers (${JSON.stringify(numbers)})`,
      })
    if (!this.conversion.projected && !isDegrees([x, y]))
      return this.#unread(path, 'degrees', notDegrees([x, y]))
    const converted = this.conversion.toWgs84([x, y])
    return isDegrees(converted)
      ? converted
      : this.#unread(path, 'beyond', {
          zh: `坐标 (${x}, ${y}) 换算后不在地球上，请核对投影带和坐标顺序（先东后北）`,
          en: `(${x}, ${y}) does not convert to a place on earth: check the zone, and that eastings come first`,
        })
  }

  #unread(path: string, kind: string, flaw: Flaw): Position {
    this.#note(path, kind, flaw)
    return [Number.NaN, Number.NaN]
  }

  #note(where: string, kind: string, flaw: Flaw): void {
    const seen = this.#seen.get(kind)
    if (seen === undefined) this.#seen.set(kind, { flaw, where, count: 1 })
    else seen.count += 1
  }
}

const isDegrees = ([lon, lat]: Position) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90

/** What degrees out of range are likelier to be. */
function notDegrees([x, y]: Position): Flaw {
  if (isDegrees([y, x]))
    return {
      zh: `经纬度颠倒了：(${x}, ${y}) 应写作 (${y}, ${x})，先经度后纬度`,
      en: `longitude and latitude are swapped: (${x}, ${y}) should be (${y}, ${x}), longitude first`,
    }
  const code = suggestedCode(Math.max(x, y))
  const guess = code === undefined ? { zh: '', en: '' } : guessed(code)
  return {
    zh: `(${x}, ${y}) 不是经纬度，看来是投影坐标（米），而文件没有注明是哪一种${guess.zh}`,
    en: `(${x}, ${y}) is not in degrees but looks projected, in metres, and the file does not say how${guess.en}`,
    remedy: 'state-crs',
  }
}

const guessed = (code: number) => ({
  zh: `；按带号看可能是 EPSG:${code}（若为 CGCS2000）`,
  en: `; by the zone’s number it may be EPSG:${code}, if it is CGCS2000`,
})
