import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../../map/types.ts'
import { keptWithin, readWithin, withinQuery, writeWithin } from './address.ts'

describe('readWithin', () => {
  it('reads a ring and a shape, also before they are placed', () => {
    expect(readWithin({ within: 'ring:117.730000,34.560000:800' })).toEqual({
      kind: 'ring',
      centre: [117.73, 34.56],
      radius: 800,
    })
    expect(readWithin({ within: 'ring::500' })).toEqual({ kind: 'ring', centre: null, radius: 500 })
    expect(readWithin({ within: 'shape:117.7,34.5;117.8,34.5;117.8,34.6:0' })).toEqual({
      kind: 'shape',
      corners: [
        [117.7, 34.5],
        [117.8, 34.5],
        [117.8, 34.6],
      ],
      radius: 0,
    })
    expect(readWithin({ within: 'shape' })).toEqual({ kind: 'shape', corners: [], radius: 0 })
  })

  it('drops what it does not know', () => {
    expect([readWithin({}), readWithin({ within: 'moon:1,2:3' })]).toEqual([null, null])
    expect(readWithin({ within: 'ring:500,34.5:-4' })).toEqual({
      kind: 'ring',
      centre: null,
      radius: 500,
    })
    expect(readWithin({ within: 'ring:117.7,34.5:99999' })).toEqual({
      kind: 'ring',
      centre: [117.7, 34.5],
      radius: 50_000,
    })
  })

  it.each([
    'ring:117.730000,34.560000:800',
    'ring::500',
    'shape:117.700000,34.500000;117.800000,34.500000:20',
  ])('is what was written: %s', (text) => {
    const area = readWithin({ within: text })
    expect(area === null ? null : writeWithin(area)).toBe(text)
  })
})

describe('withinQuery', () => {
  it('asks only once something is placed, with the filters of the map', () => {
    expect(withinQuery({ kind: 'ring', centre: null, radius: 500 }, NO_FILTERS)).toBeNull()
    expect(
      withinQuery(
        {
          kind: 'shape',
          corners: [
            [1, 2],
            [3, 4],
          ],
          radius: 0,
        },
        NO_FILTERS,
      ),
    ).toBeNull()
    expect(
      withinQuery(
        { kind: 'ring', centre: [117.73, 34.56], radius: 500 },
        { ...NO_FILTERS, levels: [1, 2], kinds: ['general'], q: ' 化工 ' },
      ),
    ).toEqual({
      at: '117.730000,34.560000',
      radius: '500',
      riskLevel: '1,2',
      kind: 'general',
      q: '化工',
    })
    expect(
      withinQuery(
        {
          kind: 'shape',
          corners: [
            [117, 34],
            [118, 34],
            [118, 35],
          ],
          radius: 20,
        },
        { ...NO_FILTERS, towns: ['370405001'] },
      ),
    ).toEqual({
      polygon: '117.000000,34.000000;118.000000,34.000000;118.000000,35.000000',
      radius: '20',
      areaCode: '370405001',
    })
  })
})

it('keeps the search where something else changes', () =>
  expect(keptWithin({ within: 'ring::500', level: '1' })).toEqual({ within: 'ring::500' }))
