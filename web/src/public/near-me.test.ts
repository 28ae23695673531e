import { describe, expect, it } from 'vitest'
import { nearest } from './near-me.ts'
import type { Place } from './places.ts'

const place = (code: string, lon: number, lat: number): Place => [code, code, 1, '', lon, lat]

describe('what is nearest', () => {
  it('comes in metres along the earth, nearest first, no more than asked for', () => {
    const found = nearest(
      [place('far', 117.83, 34.56), place('here', 117.73, 34.56), place('north', 117.73, 34.57)],
      [117.73, 34.56],
      2,
    )
    expect(found.map(({ place: [code] }) => code)).toEqual(['here', 'north'])
    expect(found[0]?.metres).toBe(0)
    // A hundredth of a degree of latitude.
    expect(found[1]?.metres).toBeCloseTo(1112, -1)
  })

  it('is nothing where nothing is published', () => {
    expect(nearest([], [117.73, 34.56], 8)).toEqual([])
  })
})
