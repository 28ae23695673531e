import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createRandom } from './random.ts'

describe('createRandom', () => {
  it('repeats itself for one seed and differs for another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, createRandom(seed).next)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('gives version 4 UUIDs, each once', () => {
    const random = createRandom('ids')
    const ids = Array.from({ length: 2000 }, () => random.uuid())
    expect(new Set(ids).size).toBe(2000)
    for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true)
  })

  it('stays within bounds and reaches both ends', () => {
    const random = createRandom('bounds')
    const drawn = new Set(Array.from({ length: 400 }, () => random.int(2, 5)))
    expect([...drawn].sort()).toEqual([2, 3, 4, 5])
  })

  it('picks by weight', () => {
    const random = createRandom('weights')
    const heavy = Array.from({ length: 1000 }, () =>
      random.weighted([
        ['rare', 1],
        ['common', 9],
      ] as const),
    ).filter((value) => value === 'common').length
    expect(heavy).toBeGreaterThan(850)
    expect(heavy).toBeLessThan(950)
  })

  it('shuffles without losing anything', () => {
    expect(createRandom('x').shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4])
  })

  it('refuses an empty list', () => {
    expect(() => createRandom('x').pick([])).toThrow(RangeError)
  })
})
