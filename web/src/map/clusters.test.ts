import { describe, expect, it } from 'vitest'
import { clusterEnterprises } from './clusters.ts'
import { totalOf } from './hex-bins.ts'
import { dice, randomSnapshots } from './test-columns.ts'

const { enterprises } = randomSnapshots(dice(3), { enterprises: 120, riskPoints: 0, hazards: 0 })
const open = new Uint8Array(120).fill(1)
const any = new Uint8Array(256).fill(1)

describe('clusterEnterprises', () => {
  it('loses nobody at any zoom', () => {
    const clusters = clusterEnterprises(enterprises, open, any)
    for (const zoom of [5, 9.7, 12, 16, 20]) {
      const marks = clusters.marksAt(zoom)
      expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(120)
      for (const mark of marks) expect(totalOf(mark.byLevel)).toBe(mark.count)
    }
  })

  it('clusters only who passes the gate and the level table', () => {
    const gate = open.map((_, row) => Number(row < 60))
    const table = any.map((_, category) => Number(category === 1))
    const marks = clusterEnterprises(enterprises, gate, table).marksAt(8)
    const wanted = [...enterprises.level].filter((level, row) => row < 60 && level === 1).length
    expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(wanted)
  })

  it('knows who stands on one spot, most dangerous first', () => {
    const positions = new Float64Array(240)
      .fill(34.5)
      .map((value, index) => (index % 2 === 0 ? 117.5 : value))
    const clusters = clusterEnterprises({ ...enterprises, positions }, open, any)
    const [mark] = clusters.marksAt(20)
    expect(mark).toMatchObject({ count: 120, row: -1 })
    expect(clusters.separatingZoom(mark?.clusterId ?? -1)).toBeNull()
    const ranks = clusters.rowsOf(mark?.clusterId ?? -1).map((row) => enterprises.level[row] || 5)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })
})
