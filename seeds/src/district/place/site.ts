import type { Position } from '@onemap/geodata/geojson'
import type { Random } from '../random.ts'
import { moved, rotated } from './metres.ts'

/** The ground a plant stands on. */
export interface Site {
  readonly centre: Position
  /** Everything of the plant lies within so many metres of the centre. */
  readonly radius: number
  /** Which way the plant is turned, radians. */
  readonly turn: number
}

/** Radius in metres of a plant with so many risk points. */
export function radiusFor(points: number): number {
  return Math.round(Math.min(230, 14 + 21 * Math.sqrt(points)))
}

/** A workshop's block on the site: its middle and half its sides in metres, in the site's own axes. */
interface Block {
  readonly middle: readonly [number, number]
  readonly half: readonly [number, number]
}

/** Lays departments out as blocks of a rectangle inside the site. */
export function layBlocks(site: Site, units: readonly string[]): Map<string, Block> {
  const columns = Math.max(1, Math.ceil(Math.sqrt(units.length * 1.6)))
  const rows = Math.max(1, Math.ceil(units.length / columns))
  const [halfWidth, halfDepth] = [site.radius * 0.78, site.radius * 0.5]
  const [width, depth] = [(2 * halfWidth) / columns, (2 * halfDepth) / rows]
  return new Map(
    units.map((unit, index) => [
      unit,
      {
        middle: [
          -halfWidth + width * ((index % columns) + 0.5),
          -halfDepth + depth * (Math.floor(index / columns) + 0.5),
        ],
        half: [width * 0.42, depth * 0.42],
      },
    ]),
  )
}

/** A position in a block that `taken` does not have yet; it is added. */
export function placeIn(site: Site, block: Block, random: Random, taken: Set<string>): Position {
  for (;;) {
    const east = block.middle[0] + block.half[0] * (2 * random.next() - 1)
    const north = block.middle[1] + block.half[1] * (2 * random.next() - 1)
    const position = moved(site.centre, rotated([east, north], site.turn))
    const key = position.join(' ')
    if (taken.has(key)) continue
    taken.add(key)
    return position
  }
}

/** A closed rectangle around a position, turned like its site; sides in metres. */
export function rectangleAround(
  centre: Position,
  [width, depth]: readonly [number, number],
  turn: number,
): Position[] {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const
  return corners.map(([x, y]) => moved(centre, rotated([(x * width) / 2, (y * depth) / 2], turn)))
}
