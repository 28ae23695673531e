import type { Layer } from '@deck.gl/core'
import { IconLayer } from '@deck.gl/layers'
import type { RiskPointColumns } from '../columns.ts'
import { holdsDay } from '../day-spans.ts'
import { levelOf } from '../filter-key.ts'
import { PALETTES, levelHex, onLevel, rgba } from '../palette.ts'
import { RowFilterExtension, dayAttribute, type RowFilter } from '../row-filter-extension.ts'
import type { Filtered } from '../facets.ts'
import { CountedScatterplotLayer } from './counted-layers.ts'
import { numeralIcon } from './icon-atlas.ts'
import { UNDER_NAMES, dayOf, drawnAtScene, locationOf, rememberLast, type Scene } from './scene.ts'

const RADIUS_METRES = 9
const NUMERALS_FROM_ZOOM = 17
const MOST_NUMERALS = 1500

const filter = new RowFilterExtension()

const attributesOf = rememberLast((points: RiskPointColumns) => {
  const colours = new Uint8Array(points.length * 4)
  const byLevel = [0, 1, 2, 3, 4].map((level) => rgba(levelHex(level), 235))
  for (let row = 0; row < points.length; row++)
    colours.set(byLevel[levelOf(points.keys[row] ?? 0)] ?? [0, 0, 0, 0], row * 4)
  return {
    length: points.length,
    attributes: {
      getPosition: { value: points.positions, size: 2 },
      getFillColor: { value: colours, size: 4, normalized: true },
      getRowKey: { value: points.keys, size: 1 },
      ...dayAttribute(points.days),
    },
  }
})

const rowFilterOf = rememberLast((table: Uint8Array, gate: Uint8Array): RowFilter => ({
  table,
  gate,
}))

/** Rows in sight that pass, worst first, for the numerals. */
const rowsInSight = rememberLast(
  (
    points: RiskPointColumns,
    filtered: Filtered,
    day: number,
    west: number,
    south: number,
    east: number,
    north: number,
  ): number[] => {
    const rows: number[] = []
    for (let row = points.length - 1; row >= 0 && rows.length < MOST_NUMERALS; row--) {
      if (points.days !== undefined && !holdsDay(points.days, row, day)) continue
      const key = points.keys[row] ?? 0
      const [lon, lat] = locationOf(points.positions, row)
      const inSight = lon >= west && lon <= east && lat >= south && lat <= north
      if (inSight && filtered.tables.riskPoints[key & 0xff] === 1 && filtered.gate[key >>> 8] === 1)
        rows.push(row)
    }
    return rows
  },
)

/** Risk points: a disc in the level's colour, in metres when close; with the level's numeral when very close. */
export function riskPoints(scene: Scene): Layer[] {
  const points = scene.snapshots.riskPoints
  if (points === null || !drawnAtScene('risk-points', scene)) return []
  const discs = new CountedScatterplotLayer<{
    rowFilter: RowFilter
    rowDay: number
    beforeId: string
  }>({
    id: 'risk-points',
    beforeId: UNDER_NAMES,
    data: attributesOf(points),
    extensions: [filter],
    rowFilter: rowFilterOf(scene.filtered.tables.riskPoints, scene.filtered.gate),
    rowDay: dayOf(scene),
    radiusUnits: 'meters',
    getRadius: RADIUS_METRES,
    radiusMinPixels: 3,
    radiusMaxPixels: 10,
    stroked: true,
    getLineColor: PALETTES[scene.theme].edge,
    lineWidthUnits: 'pixels',
    getLineWidth: 1,
    pickable: true,
    parameters: { depthCompare: 'always' },
  })
  if (scene.zoom < NUMERALS_FROM_ZOOM) return [discs]
  const level = (row: number) => levelOf(points.keys[row] ?? 0)
  return [
    discs,
    new IconLayer<number, { beforeId: string }>({
      beforeId: UNDER_NAMES,
      id: 'risk-point-numerals',
      data: rowsInSight(points, scene.filtered, dayOf(scene), ...scene.bounds),
      iconAtlas: scene.icons.texture,
      iconMapping: scene.icons.mapping,
      getPosition: (row) => [...locationOf(points.positions, row)],
      getIcon: (row) => numeralIcon(level(row)),
      getColor: (row) => rgba(onLevel(level(row))),
      getSize: 13,
      parameters: { depthCompare: 'always' },
    }),
  ]
}
