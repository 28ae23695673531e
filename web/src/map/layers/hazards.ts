import type { Layer } from '@deck.gl/core'
import type { HazardColumns } from '../columns.ts'
import type { Filtered } from '../facets.ts'
import { CATEGORIES, categoryOf, gradeOf, isOverdueCategory, statusOf } from '../filter-key.ts'
import { isOpenCategory } from '../pass-tables.ts'
import { RowFilterExtension, dayAttribute, type RowFilter } from '../row-filter-extension.ts'
import { hazardShape } from '../symbols.ts'
import { CountedIconLayer } from './counted-layers.ts'
import { hazardIcon } from './icon-atlas.ts'
import { UNDER_NAMES, dayOf, drawnAtScene, rememberLast, type Scene } from './scene.ts'

/** From here on every hazard is drawn; below, only what is major or overdue. */
const ALL_FROM_ZOOM = 14
/** So many stay readable there; four times as many need one zoom step more. */
const READABLE = 1500
const allFromZoom = (total: number): number =>
  ALL_FROM_ZOOM + Math.max(0, Math.log(total / READABLE) / Math.log(4))

/** When close, at the lower right of the place, where its risk point stays readable. */
const BESIDE: [number, number] = [9, 9]
const AT: [number, number] = [0, 0]

const filter = new RowFilterExtension()

/** Category → name of its icon. */
const ICONS = Array.from({ length: CATEGORIES }, (_, category) =>
  hazardIcon(
    hazardShape(statusOf(category), isOverdueCategory(category)),
    gradeOf(category) === 'major',
  ),
)

const attributesOf = rememberLast((hazards: HazardColumns) => ({
  length: hazards.length,
  attributes: {
    getPosition: { value: hazards.positions, size: 2 },
    getRowKey: { value: hazards.keys, size: 1 },
    ...dayAttribute(hazards.days),
  },
}))

/** From afar: the first of these choices that leaves the map readable. */
const FAR_CHOICES: readonly ((category: number) => boolean)[] = [
  (category) => isOverdueCategory(category) || gradeOf(category) === 'major',
  (category) => isOverdueCategory(category) && gradeOf(category) === 'major',
]
const MOST_FROM_AFAR = 400

const NOTHING = new Uint8Array(CATEGORIES)

const farCandidates = rememberLast((table: Uint8Array) =>
  FAR_CHOICES.map((wanted) =>
    table.map((passes, category) =>
      Number(passes === 1 && isOpenCategory(category) && wanted(category)),
    ),
  ),
)

function farTable({ tables, hazardsByCategory }: Filtered): Uint8Array {
  const candidates = farCandidates(tables.hazards)
  const size = (table: Uint8Array) =>
    hazardsByCategory.reduce((sum, count, category) => sum + count * (table[category] ?? 0), 0)
  return candidates.find((table) => size(table) <= MOST_FROM_AFAR) ?? NOTHING
}

const rowFilterOf = rememberLast((gate: Uint8Array, table: Uint8Array): RowFilter => ({
  gate,
  table,
}))

/** Hazards: shape by status, a double ring for a major one, no hue of its own. */
export function hazards(scene: Scene): Layer[] {
  const columns = scene.snapshots.hazards
  if (columns === null || !drawnAtScene('hazards', scene)) return []
  const all = scene.zoom >= allFromZoom(scene.filtered.counts.hazards.total)
  return [
    new CountedIconLayer<{ rowFilter: RowFilter; rowDay: number; beforeId: string }>({
      id: 'hazards',
      beforeId: UNDER_NAMES,
      data: attributesOf(columns),
      extensions: [filter],
      rowFilter: rowFilterOf(
        scene.filtered.gate,
        all ? scene.filtered.tables.hazards : farTable(scene.filtered),
      ),
      rowDay: dayOf(scene),
      iconAtlas: scene.icons.texture,
      iconMapping: scene.icons.mapping,
      getIcon: (_: unknown, { index }: { index: number }) =>
        ICONS[categoryOf(columns.keys[index] ?? 0)] ?? '',
      getSize: 1,
      sizeScale: Math.min(27, Math.max(19, 19 + (scene.zoom - 12) * 2)),
      getPixelOffset: all ? BESIDE : AT,
      pickable: true,
      parameters: { depthCompare: 'always' },
      updateTriggers: { getIcon: columns },
    }),
  ]
}
