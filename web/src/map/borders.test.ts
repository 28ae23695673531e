import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { villageLabel } from './base-sources.ts'
import { bordersOf, boundsOf, labelPoint } from './borders.ts'

const square = (x: number): { geometry: Polygon } => ({
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ],
  },
})

describe('bordersOf', () => {
  it('draws a shared edge once and joins what meets in pairs', () => {
    const { coordinates } = bordersOf([square(0), square(1)])
    const edges = coordinates.flatMap((line) =>
      line.slice(1).map((to, index) => [String(line[index]), String(to)].toSorted().join(' ')),
    )
    expect(edges).toHaveLength(7)
    expect(new Set(edges).size).toBe(7)
    expect(coordinates).toHaveLength(3)
  })

  it('closes a lone ring', () => {
    const [ring] = bordersOf([square(0)]).coordinates
    expect(ring).toHaveLength(5)
    expect(ring?.[0]).toEqual(ring?.at(-1))
  })
})

describe('places and names', () => {
  it('finds the middle and the extent', () => {
    expect(labelPoint(square(2).geometry)).toEqual([2.5, 0.5])
    expect(boundsOf([square(0), square(1)])).toEqual([0, 0, 2, 1])
  })

  it('shortens the official names of villages', () => {
    expect(['兴中社区居委会', '李庄村委会', '李庄村村民委员会', '万庄'].map(villageLabel)).toEqual([
      '兴中社区',
      '李庄村',
      '李庄村',
      '万庄',
    ])
  })
})
