import type { Position } from '@onemap/geodata/geojson'
import { CLUSTERS, type ClusterKey } from '../content/clusters.ts'
import type { Random } from '../random.ts'
import type { Ground, Whereabouts } from './ground.ts'
import { distanceBetween, moved, offsetBetween } from './metres.ts'
import type { Site } from './site.ts'

/** Nothing stands nearer to the canal than this, in metres. */
export const CANAL_CLEARANCE = 120
const BORDER_CLEARANCE = 25
const TRIES = 400

export interface Settled extends Site {
  readonly cluster: ClusterKey
  readonly whereabouts: Whereabouts
}

/** Finds sites one after another; each keeps clear of the borders, the canal and, while there is room, of those before. */
export function createSettler(ground: Ground) {
  const neighbours = spatialIndex()
  const reference = ground.canal.flat()[0]
  if (reference === undefined) throw new Error('the geography has no canal')

  return function settle(
    random: Random,
    clusters: readonly (readonly [ClusterKey, number])[],
    radius: number,
  ): Settled {
    let room = 1.5
    let reach = 1
    for (let tries = 1; ; tries++) {
      const cluster = tries > TRIES / 2 ? 'country' : random.weighted(clusters)
      const centre = propose(random, cluster, radius, ground, reach)
      const free = neighbours.isFree(centre, radius, room)
      const whereabouts = free ? ground.at(centre) : undefined
      if (
        whereabouts &&
        whereabouts.toBorder > radius + BORDER_CLEARANCE &&
        whereabouts.toCanal > radius + CANAL_CLEARANCE
      ) {
        neighbours.add(centre, radius)
        return { centre, radius, turn: (random.normal() * Math.PI) / 16, cluster, whereabouts }
      }
      // A full district: stand closer together and farther out, at last upon each other rather than never.
      if (tries % 40 === 0) [room, reach] = [room * 0.8, reach * 1.2]
      if (tries > TRIES * 10)
        throw new Error(`no room for a site of ${radius} m: are the grid outlines too small?`)
    }
  }
}

function propose(
  random: Random,
  key: ClusterKey,
  radius: number,
  { canal }: Ground,
  reach: number,
): Position {
  const cluster = CLUSTERS[key]
  if ('centre' in cluster) {
    const spread = cluster.spread * reach
    const [lon, lat] = cluster.centre
    return moved([lon, lat], [random.normal() * spread * 1.2, random.normal() * spread * 0.8])
  }
  const { at, normal } = alongLine(
    canal[0] ?? [],
    cluster.canal[0] + random.next() * (cluster.canal[1] - cluster.canal[0]),
  )
  const away =
    (radius +
      CANAL_CLEARANCE +
      cluster.offset[0] +
      random.next() * (cluster.offset[1] - cluster.offset[0])) *
    (random.chance(0.5) ? 1 : -1)
  return moved(at, [normal[0] * away, normal[1] * away])
}

/** The position at a part of a line's length, and the unit vector square to it. */
function alongLine(
  line: readonly Position[],
  part: number,
): { at: Position; normal: [number, number] } {
  const legs = line
    .slice(1)
    .map((to, i) => ({ from: line[i] ?? to, to, length: distanceBetween(line[i] ?? to, to) }))
  let left = part * legs.reduce((sum, leg) => sum + leg.length, 0)
  for (const { from, to, length } of legs) {
    if (left <= length && length > 0) {
      const [east, north] = offsetBetween(from, to)
      return {
        at: moved(from, [(east * left) / length, (north * left) / length]),
        normal: [-north / length, east / length],
      }
    }
    left -= length
  }
  throw new Error('the canal has no length')
}

/** Remembers circles in cells of about a kilometre. */
function spatialIndex() {
  const cells = new Map<string, { centre: Position; radius: number }[]>()
  const keyOf = (column: number, row: number) => `${column} ${row}`
  const cellOf = ([lon, lat]: Position) => [Math.floor(lon * 100), Math.floor(lat * 100)] as const
  return {
    add(centre: Position, radius: number) {
      const key = keyOf(...cellOf(centre))
      const cell = cells.get(key)
      if (cell) cell.push({ centre, radius })
      else cells.set(key, [{ centre, radius }])
    },
    isFree(centre: Position, radius: number, room: number): boolean {
      const [column, row] = cellOf(centre)
      for (const x of [-1, 0, 1]) {
        for (const y of [-1, 0, 1]) {
          const near = cells.get(keyOf(column + x, row + y)) ?? []
          if (
            near.some(
              (other) =>
                distanceBetween(centre, other.centre) < (radius + other.radius) * 0.62 * room,
            )
          )
            return false
        }
      }
      return true
    },
  }
}
