import { expect, test } from 'vitest'
import { DATUM_CODES } from '@onemap/api/domain/datum'
import type { Position, Surface } from '../geojson.ts'
import { positionFromWgs84, positionToWgs84, toWgs84 } from './datum.ts'
import { metres } from '../import/extent.ts'

const TAIERZHUANG: Position = [117.734, 34.562]

test('an unconverted GCJ-02 point at 台儿庄 is about 545 m off', () => {
  const offset = metres(TAIERZHUANG, positionToWgs84(TAIERZHUANG, 'gcj02'))
  expect(offset).toBeGreaterThan(535)
  expect(offset).toBeLessThan(555)
})

test('BD-09 is more than a kilometre off', () => {
  expect(metres(TAIERZHUANG, positionToWgs84(TAIERZHUANG, 'bd09'))).toBeGreaterThan(1000)
})

test('CGCS2000 is taken as WGS 84', () => {
  expect(positionToWgs84(TAIERZHUANG, 'cgcs2000')).toEqual(TAIERZHUANG)
})

test.each(DATUM_CODES)('%s there and back is within a metre', (datum) => {
  expect(
    metres(positionToWgs84(positionFromWgs84(TAIERZHUANG, datum), datum), TAIERZHUANG),
  ).toBeLessThan(1)
})

test('positions that were shared stay shared', () => {
  const square: Surface = {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [117.7, 34.5],
          [117.8, 34.5],
          [117.8, 34.6],
          [117.7, 34.5],
        ],
      ],
    ],
  }
  const ring = toWgs84(square, 'gcj02').coordinates[0]?.[0]
  expect(ring?.at(0)).toEqual(ring?.at(-1))
})
