import type { Layer } from '@deck.gl/core'
import { ColumnLayer } from '@deck.gl/layers'
import type { RiskPointColumns } from '../columns.ts'
import type { Filtered } from '../facets.ts'
import { cellCounts, countByCell, layHexGrid, totalOf, worstOf } from '../hex-bins.ts'
import { levelHex, rgba, type Rgba } from '../palette.ts'
import type { LevelCounts, LonLat } from '../types.ts'
import { UNDER_LABELS, dayOf, drawnAtScene, locationOf, rememberLast, type Scene } from './scene.ts'

/** One hexagon with the points that pass. */
interface HeatCell {
  readonly location: LonLat
  readonly byLevel: LevelCounts
  readonly count: number
}

const CELL_PX = 7
/** Standing columns hide each other: fewer and wider ones read better. */
const COLUMN_PX = 9
const TALLEST_PX = 72
const EARTH_METRES = 40_075_016.7

const gridOf = rememberLast((positions: Float64Array, step: number, px: number) =>
  layHexGrid(positions, px / (512 * 2 ** step)),
)

const cellsOf = rememberLast(
  (
    points: RiskPointColumns,
    step: number,
    filtered: Filtered,
    day: number,
    px: number,
  ): { cells: HeatCell[]; most: number } => {
    const grid = gridOf(points.positions, step, px)
    const counts = countByCell(grid, points, filtered.gate, filtered.tables.riskPoints, day)
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
  },
)

/** Share of the fullest cell on a logarithmic scale, so that a few thousand beside a few still read. */
const shareOf = (cell: HeatCell, most: number): number => Math.log1p(cell.count) / Math.log1p(most)

function heatColour(cell: HeatCell, most: number, relief: boolean): Rgba {
  return rgba(
    levelHex(worstOf(cell.byLevel)),
    relief ? 225 : Math.round(70 + 140 * shareOf(cell, most)),
  )
}

/** Risk at low zoom: hexagons in the colour of the worst level, denser for more points, or standing up: taller for more. */
export function levelHeat(scene: Scene): Layer[] {
  const points = scene.snapshots.riskPoints
  if (points === null || !drawnAtScene('level-heat', scene)) return []
  const step = Math.floor(scene.zoom)
  const { relief } = scene
  const px = relief ? COLUMN_PX : CELL_PX
  const { cells, most } = cellsOf(points, step, scene.filtered, dayOf(scene), px)
  const latitude = cells[0]?.location[1] ?? 0
  const metres = (pixels: number) =>
    (pixels / (512 * 2 ** step)) * EARTH_METRES * Math.cos((latitude * Math.PI) / 180)
  return [
    new ColumnLayer<HeatCell, { beforeId: string }>({
      id: 'level-heat',
      data: cells,
      beforeId: UNDER_LABELS,
      diskResolution: 6,
      angle: 30,
      extruded: relief,
      elevationScale: metres(TALLEST_PX),
      getElevation: (cell) => Math.sqrt(cell.count / most),
      radius: metres(px),
      coverage: relief ? 0.66 : 0.9,
      material: { ambient: 0.62, diffuse: 0.5, shininess: 24, specularColor: [40, 46, 54] },
      pickable: true,
      getPosition: (cell) => [cell.location[0], cell.location[1]],
      getFillColor: (cell) => heatColour(cell, most, relief),
      updateTriggers: { getFillColor: [most, relief], getElevation: most },
    }),
  ]
}
