import { describe, expect, it } from 'vitest'
import { filterSnapshots } from './facets.ts'
import { isWithin, limitRows, type PlaceLimit } from './limit-rows.ts'
import { dice, randomSnapshots } from './test-columns.ts'
import { NO_FILTERS } from './types.ts'

const snapshots = randomSnapshots(dice(7), { enterprises: 200, riskPoints: 3000, hazards: 800 })
const BOUNDS: PlaceLimit = { shape: null, bounds: [117.4, 34.45, 117.6, 34.7] }
const TRIANGLE: PlaceLimit = {
  shape: [
    [117.35, 34.45],
    [117.7, 34.5],
    [117.5, 34.85],
  ],
  bounds: null,
}

describe('counting within a place', () => {
  it.each([
    ['bounds', BOUNDS],
    ['a shape', TRIANGLE],
    ['both', { ...TRIANGLE, bounds: BOUNDS.bounds }],
  ] as const)('counts what stands within %s, row by row', (_, limit) => {
    const { counts } = filterSnapshots(limitRows(snapshots, limit), NO_FILTERS)
    const standing = (positions: Float64Array) =>
      Array.from({ length: positions.length / 2 }, (__, row) => row).filter((row) =>
        isWithin(limit, positions[row * 2] ?? 0, positions[row * 2 + 1] ?? 0),
      )
    expect(counts.enterprises.total).toBe(standing(snapshots.enterprises.positions).length)
    expect(counts.riskPoints.total).toBe(standing(snapshots.riskPoints.positions).length)
    expect(counts.hazards.total).toBe(standing(snapshots.hazards.positions).length)
    expect(counts.riskPoints.total).toBeGreaterThan(0)
  })

  it('still narrows by what belongs to the enterprise, and narrows by town what it did', () => {
    const filters = { ...NO_FILTERS, towns: ['t1'] }
    const within = filterSnapshots(limitRows(snapshots, TRIANGLE), filters).counts
    const byTown = filterSnapshots(limitRows(snapshots, TRIANGLE), NO_FILTERS).counts.byTown
    expect(within.riskPoints.total).toBe(byTown.get('t1')?.riskPoints)
    expect(within.enterprises.total).toBe(byTown.get('t1')?.enterprises)
  })

  it('counts a notch of a shape as outside', () => {
    const notched: PlaceLimit = {
      shape: [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 1],
        [0, 4],
      ],
      bounds: null,
    }
    expect([isWithin(notched, 2, 3), isWithin(notched, 1, 1), isWithin(notched, 5, 1)]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('answers the same object for the same limit, so that nothing is counted twice', () => {
    expect(limitRows(snapshots, BOUNDS).riskPoints).toBe(limitRows(snapshots, BOUNDS).riskPoints)
  })
})
