import type { Layer } from '@deck.gl/core'
import { IconLayer, TextLayer } from '@deck.gl/layers'
import { clusterEnterprises, type ClusterMark, type EnterpriseClusters } from '../clusters.ts'
import type { EnterpriseColumns } from '../columns.ts'
import { CHINESE_FONTS, PALETTES, rgba } from '../palette.ts'
import type { LevelCounts } from '../types.ts'
import { DonutLayer } from './donut-layer.ts'
import { enterpriseIcon } from './icon-atlas.ts'
import { drawnAtScene, rememberLast, type Scene } from './scene.ts'

const clustersOf = rememberLast(
  (enterprises: EnterpriseColumns, gate: Uint8Array, table: Uint8Array) =>
    clusterEnterprises(enterprises, gate, table),
)

const marksOf = rememberLast((clusters: EnterpriseClusters, step: number) => {
  const marks = clusters.marksAt(step)
  return {
    several: marks.filter((mark) => mark.row < 0),
    single: marks.filter((mark) => mark.row >= 0),
  }
})

/** The clusters that are drawn now: for what a click on one does. */
export function shownClusters(scene: Scene): EnterpriseClusters | null {
  const {
    snapshots: { enterprises },
    filtered: { gate, tables },
  } = scene
  return enterprises === null ? null : clustersOf(enterprises, gate, tables.enterprises)
}

/** Marks of enterprises and clusters that are drawn now. */
export function shownMarks(scene: Scene): readonly ClusterMark[] {
  return shownClusters(scene)?.marksAt(scene.zoom) ?? []
}

const radiusOf = (mark: ClusterMark): number => 14 + 4.2 * Math.log10(mark.count)

/** Ends of the ring's parts for levels 1 to 4. */
function partsOf(byLevel: LevelCounts): [number, number, number, number] {
  const [none, one, two, three, four] = byLevel
  const all = none + one + two + three + four || 1
  return [one / all, (one + two) / all, (one + two + three) / all, (one + two + three + four) / all]
}

/** A count short enough for a ring: from ten thousand on in thousands. */
const shortCount = (count: number): string =>
  count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`

/** Enterprises: a symbol each by kind and level, or a ring parted by level with the count inside. */
export function enterprises(scene: Scene): Layer[] {
  const columns = scene.snapshots.enterprises
  const clusters = shownClusters(scene)
  if (columns === null || clusters === null || !drawnAtScene('enterprises', scene)) return []
  const { several, single } = marksOf(clusters, Math.floor(scene.zoom))
  const palette = PALETTES[scene.theme]
  const parameters = { depthCompare: 'always' } as const
  return [
    new IconLayer<ClusterMark>({
      id: 'enterprise-symbols',
      data: single,
      iconAtlas: scene.icons.texture,
      iconMapping: scene.icons.mapping,
      getPosition: (mark) => [...mark.location],
      getIcon: (mark) =>
        enterpriseIcon(
          columns.kind.values[columns.kind.codes[mark.row] ?? 0] ?? 'general',
          columns.level[mark.row] ?? 0,
        ),
      getSize: 32,
      pickable: true,
      parameters,
    }),
    new DonutLayer<ClusterMark>({
      id: 'enterprise-clusters',
      data: several,
      radiusUnits: 'pixels',
      billboard: true,
      getPosition: (mark) => [...mark.location],
      getRadius: radiusOf,
      getParts: (mark) => partsOf(mark.byLevel),
      getFillColor: rgba(palette.mark, 245),
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1,
      getLineColor: palette.edge,
      pickable: true,
      parameters,
    }),
    new TextLayer<ClusterMark>({
      id: 'enterprise-cluster-counts',
      data: several,
      getPosition: (mark) => [...mark.location],
      getText: (mark) => shortCount(mark.count),
      getSize: (mark) => (mark.count < 100 ? 13 : 14),
      getColor: rgba(palette.markText),
      fontFamily: CHINESE_FONTS,
      fontWeight: 600,
      characterSet: '0123456789k',
      fontSettings: { fontSize: 42 },
      parameters,
    }),
  ]
}
