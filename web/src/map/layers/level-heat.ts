import type { Layer } from '@deck.gl/core'
import { ColumnLayer } from '@deck.gl/layers'
import type { RiskPointColumns } from '../columns.ts'
import type { Filtered } from '../facets.ts'
import { cellCounts, countByCell, layHexGrid, totalOf, worstOf } from '../hex-bins.ts'
import { levelHex, rgba, type Rgba } from '../palette.ts'
import type { LevelCounts, LonLat } from '../types.ts'
import { UNDER_LABELS, drawnAtScene, locationOf, rememberLast, type Scene } from './scene.ts'

/** One hexagon with the points that pass. */
interface HeatCell {
  readonly location: LonLat
  readonly byLevel: LevelCounts
  readonly count: number
}

const CELL_PX = 7
const EARTH_METRES = 40_075_016.7

const gridOf = rememberLast((positions: Float64Array, step: number) => layHexGrid(positions, CELL_PX / (512 * 2 ** step)))

const cellsOf = rememberLast((points: RiskPointColumns, step: number, filtered: Filtered): { cells: HeatCell[]; most: number } => {
  const grid = gridOf(points.positions, step)
  const counts = countByCell(grid, points.keys, filtered.gate, filtered.tables.riskPoints)
  const cells: HeatCell[] = []
  let most = 1
  for (let cell = 0; cell < grid.centres.length / 2; cell++) {
    const byLevel = cellCounts(counts, cell)
    const count = totalOf(byLevel)
    if (count === 0) continue
    most = Math.max(most, count)
    cells.push({ location: locationOf(grid.centres, cell), byLevel, count })
  }
  return { cells, most }
})

/** Opacity by count on a logarithmic scale, so that a few thousand beside a few still read. */
function heatColour(cell: HeatCell, most: number): Rgba {
  const share = Math.log1p(cell.count) / Math.log1p(most)
  return rgba(levelHex(worstOf(cell.byLevel)), Math.round(70 + 140 * share))
}

/** Risk at low zoom: hexagons in the colour of the worst level, denser for more points. */
export function levelHeat(scene: Scene): Layer[] {
  const points = scene.snapshots.riskPoints
  if (points === null || !drawnAtScene('level-heat', scene)) return []
  const step = Math.floor(scene.zoom)
  const { cells, most } = cellsOf(points, step, scene.filtered)
  const latitude = cells[0]?.location[1] ?? 0
  return [
    new ColumnLayer<HeatCell, { beforeId: string }>({
      id: 'level-heat',
      data: cells,
      beforeId: UNDER_LABELS,
      diskResolution: 6,
      angle: 30,
      extruded: false,
      radius: (CELL_PX / (512 * 2 ** step)) * EARTH_METRES * Math.cos((latitude * Math.PI) / 180),
      coverage: 0.9,
      pickable: true,
      getPosition: (cell) => [cell.location[0], cell.location[1]],
      getFillColor: (cell) => heatColour(cell, most),
      updateTriggers: { getFillColor: most },
    }),
  ]
}
