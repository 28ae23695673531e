import { describe, expect, it } from 'vitest'
import { areaOf, cornersOf, crosses, inside } from './ring.ts'
import type { LonLat } from './types.ts'

const SQUARE: LonLat[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]

describe('an area of corners', () => {
  it('is closed and gives its corners back', () => {
    const area = areaOf(SQUARE)
    expect(area?.coordinates[0]).toHaveLength(5)
    expect(cornersOf(area)).toEqual(SQUARE)
  })

  it('needs three corners and edges that do not cross', () => {
    expect(areaOf(SQUARE.slice(0, 2))).toBeNull()
    const bow: LonLat[] = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ]
    expect(crosses(bow)).toBe(true)
    expect(areaOf(bow)).toBeNull()
    expect(crosses(SQUARE)).toBe(false)
    expect(crosses(SQUARE.slice(0, 3))).toBe(false)
  })
})

describe('inside', () => {
  const hole = {
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
          [1, 1],
        ],
      ],
    },
  }

  it('respects holes', () => {
    expect(inside([hole], [3, 3])).toBe(true)
    expect(inside([hole], [1.5, 1.5])).toBe(false)
    expect(inside([hole], [5, 1])).toBe(false)
  })
})
