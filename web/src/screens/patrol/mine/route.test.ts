import { describe, expect, it } from 'vitest'
import type { PlacePoint } from '../../../map/ring.ts'
import { nearestFirst } from './route.ts'

const at = (lon: number, lat = 34.5): PlacePoint => ({ type: 'Point', coordinates: [lon, lat] })
const places = [
  { id: 'far', location: at(117.9) },
  { id: 'near', location: at(117.71) },
  { id: 'middle', location: at(117.8) },
]

describe('the order of a patrol', () => {
  it('goes on to the nearest that is left', () => {
    expect(nearestFirst(places, at(117.7)).map(({ id }) => id)).toEqual(['near', 'middle', 'far'])
    expect(nearestFirst(places, at(118)).map(({ id }) => id)).toEqual(['far', 'middle', 'near'])
  })

  it('tells how far each is from the one before', () => {
    const [first, second] = nearestFirst(places, at(117.7))
    expect(first?.metres).toBeCloseTo(917, -1)
    expect(second?.metres).toBeCloseTo(8257, -2)
  })

  it('begins at the first where nobody knows where one is', () => {
    expect(nearestFirst(places, null).map(({ id }) => id)).toEqual(['far', 'middle', 'near'])
    expect(nearestFirst([], at(117))).toEqual([])
  })
})
