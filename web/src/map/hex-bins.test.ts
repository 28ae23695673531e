import { describe, expect, it } from 'vitest'
import { cellCounts, countByCell, layHexGrid, totalOf, worstOf } from './hex-bins.ts'
import { dice, randomSnapshots } from './test-columns.ts'

const { riskPoints, enterprises } = randomSnapshots(dice(7), {
  enterprises: 10,
  riskPoints: 500,
  hazards: 0,
})
const RADIUS = 12 / (512 * 2 ** 10)

describe('layHexGrid', () => {
  const grid = layHexGrid(riskPoints.positions, RADIUS)

  it('puts every point into the cell whose centre is nearest', () => {
    const worldX = (lon: number) => lon / 360
    const worldY = (lat: number) =>
      -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
    for (let point = 0; point < riskPoints.length; point++) {
      const cell = grid.cellOf[point] ?? 0
      const at = (positions: Float64Array, row: number) =>
        [worldX(positions[row * 2] ?? 0), worldY(positions[row * 2 + 1] ?? 0)] as const
      const [x, y] = at(riskPoints.positions, point)
      const [cx, cy] = at(grid.centres, cell)
      const distance = Math.hypot(x - cx, y - cy)
      expect(distance).toBeLessThanOrEqual(RADIUS * 1.0001)
      const others = Array.from({ length: grid.centres.length / 2 }, (_, other) =>
        at(grid.centres, other),
      )
      const nearest = others.reduce(
        (least, [ox, oy]) => Math.min(least, Math.hypot(x - ox, y - oy)),
        1,
      )
      expect(distance).toBeLessThanOrEqual(nearest + RADIUS * 1e-6)
    }
  })

  it('counts by level only what passes', () => {
    const gate = enterprises.level.map((_, row) => row % 2)
    const table = new Uint8Array(256).fill(1)
    const counts = countByCell(grid, riskPoints, gate, table)
    const all = Array.from({ length: grid.centres.length / 2 }, (_, cell) =>
      totalOf(cellCounts(counts, cell)),
    ).reduce((sum, count) => sum + count, 0)
    expect(all).toBe([...riskPoints.keys].filter((key) => (key >>> 8) % 2 === 1).length)
  })
})

describe('worstOf', () => {
  it('is the most dangerous level present, and none for what is not assessed', () => {
    expect(worstOf([9, 0, 0, 2, 5])).toBe(3)
    expect(worstOf([9, 0, 0, 0, 0])).toBe(0)
  })
})
