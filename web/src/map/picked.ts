import type { PickingInfo } from '@deck.gl/core'
import * as z from 'zod/mini'
import type { MapSnapshots } from './columns.ts'
import { enterpriseRowOf } from './filter-key.ts'
import { hazardId } from './parse.ts'
import type { LonLat, MapObject } from './types.ts'

const levelCounts = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])
const location = z.tuple([z.number(), z.number()])
const mark = z.object({
  row: z.number(),
  clusterId: z.number(),
  count: z.number(),
  byLevel: levelCounts,
  location,
})
const cell = z.object({ count: z.number(), byLevel: levelCounts, location })

/** What was hit, with what a click on it needs. */
export interface Picked {
  readonly object: MapObject
  /** Where a click on a cluster or a cell leads. */
  readonly location: LonLat | null
  readonly clusterId: number | null
}

const plain = (object: MapObject): Picked => ({ object, location: null, clusterId: null })

type Reader = (info: PickingInfo, snapshots: MapSnapshots) => Picked | null

/** One reader for each layer that can be hit, by layer id. */
const READERS: Readonly<Record<string, Reader>> = {
  'enterprise-symbols': (info, { enterprises }) => {
    const hit = mark.safeParse(info.object)
    const id = hit.success ? enterprises?.ids[hit.data.row] : undefined
    return hit.success && id !== undefined
      ? plain({ kind: 'enterprise', id, row: hit.data.row })
      : null
  },
  'enterprise-clusters': (info) => {
    const hit = mark.safeParse(info.object)
    if (!hit.success) return null
    const { count, byLevel, clusterId } = hit.data
    return { object: { kind: 'cluster', count, byLevel }, location: hit.data.location, clusterId }
  },
  'risk-points': ({ index }, { enterprises, riskPoints }) => {
    const no = riskPoints?.no[index]
    const enterpriseId = enterprises?.ids[enterpriseRowOf(riskPoints?.keys[index] ?? 0)]
    return no === undefined || enterpriseId === undefined
      ? null
      : plain({ kind: 'risk-point', enterpriseId, no, row: index })
  },
  hazards: ({ index }, { enterprises, hazards }) => {
    const enterpriseId = enterprises?.ids[enterpriseRowOf(hazards?.keys[index] ?? 0)]
    return hazards === null || enterpriseId === undefined
      ? null
      : plain({ kind: 'hazard', enterpriseId, id: hazardId(hazards, index), row: index })
  },
  'level-heat': (info) => {
    const hit = cell.safeParse(info.object)
    if (!hit.success) return null
    const { count, byLevel } = hit.data
    return {
      object: { kind: 'cell', count, byLevel },
      location: hit.data.location,
      clusterId: null,
    }
  },
}

/** Reads what deck.gl hit; null on empty ground. */
export function readPicked(info: PickingInfo | null, snapshots: MapSnapshots): Picked | null {
  if (info?.layer === null || info?.layer === undefined || info.index < 0) return null
  return READERS[info.layer.id]?.(info, snapshots) ?? null
}
