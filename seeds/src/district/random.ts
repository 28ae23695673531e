/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  /** Bell-shaped around 0 with standard deviation 1, never beyond ±3. */
  normal(): number
  /** @throws RangeError if the list is empty */
  pick<T>(list: readonly T[]): T
  /** Picks by weight; weights need not sum to anything. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** A version 4 UUID. */
  uuid(): string
}

/** Random numbers by sfc32 (public domain, C. Doty-Humphrey), seeded with any text. */
export function createRandom(seed: string): Random {
  const step = sfc32(seed)
  const next = () => step() / 2 ** 32
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  function pick<T>(list: readonly T[]): T {
    const chosen = list[int(0, list.length - 1)]
    if (chosen === undefined) throw new RangeError('cannot pick from an empty list')
    return chosen
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    normal: () => Array.from({ length: 6 }, next).reduce((sum, x) => sum + x, -3) * Math.SQRT2,
    pick,
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of choices) {
        left -= weight
        if (left < 0) return value
      }
      return pick(choices)[0]
    },
    shuffled(list) {
      const result = [...list]
      for (let last = result.length - 1; last > 0; last--) {
        const other = int(0, last)
        const [a, b] = [result[last], result[other]]
        if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a]
      }
      return result
    },
    uuid() {
      const hex = [
        step(),
        (step() & 0xffff0fff) | 0x4000,
        (step() & 0x3fffffff) | 0x80000000,
        step(),
      ]
        .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
        .join('')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}

/** Whole numbers below 2³². */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [
    hash(seed, 0x9e3779b9),
    hash(seed, 0x243f6a88),
    hash(seed, 0xb7e15162),
    1,
  ]
  const step = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  for (let round = 0; round < 12; round++) step()
  return step
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string, basis: number): number {
  let value = basis
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
