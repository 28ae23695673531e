import { describe, expect, it } from 'vitest'
import { readDegrees, readPair } from './coordinate-text.ts'
import { fromWgs84, toWgs84 } from './datum.ts'

describe('readDegrees', () => {
  it.each([
    ['117.7333', 117.7333],
    [' 34.5 ', 34.5],
    ['117°44′0″', 117.7333],
    ['117度44分', 117.7333],
    ['东经117.7333', 117.7333],
    ['34°33′43.9″N', 34.56219],
  ])('reads %s', (text, degrees) => {
    expect(readDegrees(text)).toBeCloseTo(degrees, 4)
  })

  it.each(['', 'abc', '117.7.3', '1177333'])('refuses %s', (text) =>
    expect(readDegrees(text)).toBeNull(),
  )
})

describe('readPair', () => {
  it('takes either order and the usual separators', () => {
    expect(readPair('117.7333,34.5622')).toEqual([117.7333, 34.5622])
    expect(readPair('34.5622，117.7333')).toEqual([117.7333, 34.5622])
    expect(readPair('117.7333 34.5622')).toEqual([117.7333, 34.5622])
    expect(readPair('117.7333')).toBeNull()
  })
})

describe('datums', () => {
  it.each(['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const)(
    'goes to %s and back within a metre',
    (datum) => {
      const [lon, lat] = toWgs84(datum, fromWgs84(datum, [117.7333, 34.5622]))
      expect(lon).toBeCloseTo(117.7333, 5)
      expect(lat).toBeCloseTo(34.5622, 5)
    },
  )
})
