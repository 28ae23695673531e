import Supercluster, { type ClusterFeature, type PointFeature } from 'supercluster'
import type { EnterpriseColumns } from './columns.ts'
import type { PassTable } from './pass-tables.ts'
import type { LevelCounts, LonLat } from './types.ts'

type RowProperties = {
  readonly row: number
}
type Tallies = {
  a: number
  b: number
  c: number
  d: number
  e: number
}

/** A mark at a zoom: one enterprise (`row`), or several (`row` −1). */
export interface ClusterMark {
  readonly location: LonLat
  readonly row: number
  readonly clusterId: number
  readonly count: number
  readonly byLevel: LevelCounts
}

/** What is still together at this zoom, within some ten metres, stands on one spot for a reader: it stays one mark. */
const LAST_CLUSTER_ZOOM = 19
const RADIUS_PX = 46

/** Enterprises that pass a filter, clustered by zoom. */
export interface EnterpriseClusters {
  marksAt(zoom: number): readonly ClusterMark[]
  /** Zoom at which a cluster falls apart; null when none does. */
  separatingZoom(clusterId: number): number | null
  /** Rows in a cluster, most dangerous first. */
  rowsOf(clusterId: number): number[]
}

/** Clusters the enterprises whose gate and own level pass. */
export function clusterEnterprises(
  enterprises: EnterpriseColumns,
  gate: Uint8Array,
  table: PassTable,
): EnterpriseClusters {
  const levelAt = (row: number) => enterprises.level[row] ?? 0
  const index = new Supercluster<RowProperties, Tallies>({
    radius: RADIUS_PX,
    extent: 512,
    maxZoom: LAST_CLUSTER_ZOOM,
    map: ({ row }) => tallyOf(levelAt(row)),
    reduce: (sum, more) => {
      sum.a += more.a
      sum.b += more.b
      sum.c += more.c
      sum.d += more.d
      sum.e += more.e
    },
  })
  const points: PointFeature<RowProperties>[] = []
  for (let row = 0; row < enterprises.length; row++) {
    if (gate[row] !== 1 || table[levelAt(row)] !== 1) continue
    const coordinates = [
      enterprises.positions[row * 2] ?? 0,
      enterprises.positions[row * 2 + 1] ?? 0,
    ]
    points.push({ type: 'Feature', properties: { row }, geometry: { type: 'Point', coordinates } })
  }
  index.load(points)

  const memo = new Map<number, ClusterMark[]>()
  return {
    marksAt(zoom) {
      const step = Math.max(0, Math.min(LAST_CLUSTER_ZOOM, Math.floor(zoom)))
      const marks =
        memo.get(step) ??
        index.getClusters([-180, -85, 180, 85], step).map((feature) => toMark(feature, levelAt))
      memo.set(step, marks)
      return marks
    },
    separatingZoom(clusterId) {
      const zoom = index.getClusterExpansionZoom(clusterId)
      return zoom > LAST_CLUSTER_ZOOM ? null : zoom
    },
    rowsOf(clusterId) {
      const rank = (row: number) => levelAt(row) || 5
      return index
        .getLeaves(clusterId, Infinity)
        .map((leaf) => leaf.properties.row)
        .sort((a, b) => rank(a) - rank(b) || a - b)
    },
  }
}

function tallyOf(level: number): Tallies {
  return {
    a: Number(level === 0),
    b: Number(level === 1),
    c: Number(level === 2),
    d: Number(level === 3),
    e: Number(level === 4),
  }
}

function toMark(
  feature: ClusterFeature<Tallies> | PointFeature<RowProperties>,
  levelAt: (row: number) => number,
): ClusterMark {
  const [lon = 0, lat = 0] = feature.geometry.coordinates
  const { properties } = feature
  if ('cluster_id' in properties) {
    const { a, b, c, d, e } = properties
    return {
      location: [lon, lat],
      row: -1,
      clusterId: properties.cluster_id,
      count: properties.point_count,
      byLevel: [a, b, c, d, e],
    }
  }
  const { a, b, c, d, e } = tallyOf(levelAt(properties.row))
  return {
    location: [lon, lat],
    row: properties.row,
    clusterId: -1,
    count: 1,
    byLevel: [a, b, c, d, e],
  }
}
