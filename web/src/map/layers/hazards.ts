import type { Layer } from '@deck.gl/core'
import type { HazardColumns } from '../columns.ts'
import type { Filtered } from '../facets.ts'
import { CATEGORIES, categoryOf, gradeOf, isOverdueCategory, statusOf } from '../filter-key.ts'
import { RowFilterExtension, type RowFilter } from '../row-filter-extension.ts'
import { hazardShape } from '../symbols.ts'
import { CountedIconLayer } from './counted-layers.ts'
import { hazardIcon } from './icon-atlas.ts'
import { drawnAtScene, rememberLast, type Scene } from './scene.ts'

/** From here on every hazard is drawn; below, only what is major or overdue. */
const ALL_FROM_ZOOM = 13

const filter = new RowFilterExtension()

/** Category → name of its icon. */
const ICONS = Array.from({ length: CATEGORIES }, (_, category) =>
  hazardIcon(hazardShape(statusOf(category), isOverdueCategory(category)), gradeOf(category) === 'major'))

const isUrgent = (category: number): boolean =>
  hazardShape(statusOf(category), false) !== 'done' && (isOverdueCategory(category) || gradeOf(category) === 'major')

const attributesOf = rememberLast((hazards: HazardColumns) => ({
  length: hazards.length,
  attributes: {
    getPosition: { value: hazards.positions, size: 2 },
    getRowKey: { value: hazards.keys, size: 1 },
  },
}))

const rowFilterOf = rememberLast((filtered: Filtered, all: boolean): RowFilter => ({
  gate: filtered.gate,
  table: all ? filtered.tables.hazards : filtered.tables.hazards.map((passes, category) => Number(passes === 1 && isUrgent(category))),
}))

/** Hazards: shape by status, a double ring for a major one, no hue of its own. */
export function hazards(scene: Scene): Layer[] {
  const columns = scene.snapshots.hazards
  if (columns === null || !drawnAtScene('hazards', scene)) return []
  return [
    new CountedIconLayer<{ rowFilter: RowFilter }>({
      id: 'hazards',
      data: attributesOf(columns),
      extensions: [filter],
      rowFilter: rowFilterOf(scene.filtered, scene.zoom >= ALL_FROM_ZOOM),
      iconAtlas: scene.icons.texture,
      iconMapping: scene.icons.mapping,
      getIcon: (_: unknown, { index }: { index: number }) => ICONS[categoryOf(columns.keys[index] ?? 0)] ?? '',
      getSize: 1,
      sizeScale: Math.min(34, Math.max(20, 20 + (scene.zoom - 11) * 2.5)),
      pickable: true,
      parameters: { depthCompare: 'always' },
      updateTriggers: { getIcon: columns },
    }),
  ]
}
