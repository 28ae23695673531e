import { covers } from '@onemap/geodata/build/planar'
import type { Position, Surface } from '@onemap/geodata/geojson'
import { linesOf, ringsOf, type Geography } from './geography.ts'
import { distanceToLine } from './metres.ts'

/** Where a position lies in the district's order. */
export interface Whereabouts {
  /** The smallest area that is known: a village, or the town where villages have no outline. */
  readonly area: { readonly code: string; readonly name: string }
  readonly town: { readonly code: string; readonly name: string }
  readonly grid: { readonly id: string; readonly code: string }
  /** Metres to the nearest border of the grid. */
  readonly toBorder: number
  /** Metres to the canal's line or banks; 0 in the water. */
  readonly toCanal: number
}

/** Answers questions about the ground; built once, asked often. */
export interface Ground {
  /** Undefined outside the district, and where grid, town and village contradict each other. */
  at(position: Position): Whereabouts | undefined
  readonly canal: readonly Position[][]
}

type Box = readonly [west: number, south: number, east: number, north: number]

export function surveyGround(geography: Geography): Ground {
  const towns = geography.towns.map(boxed)
  const villages = geography.villages.map(boxed)
  const grids = geography.grids.map(boxed)
  const canal = geography.canal.flatMap(linesOf)
  const water = geography.canal.flatMap(ringsOf)

  return {
    canal,
    at(position) {
      const grid = grids.find((one) => contains(one, position))
      const town = towns.find((one) => one.code === grid?.townCode)
      if (grid === undefined || town === undefined || !contains(town, position)) return undefined
      const village = villages.find((one) => contains(one, position))
      if (village !== undefined && village.townCode !== town.code) return undefined
      return {
        area: village ?? town,
        town,
        grid,
        toBorder: distance(position, grid.surface.coordinates.flat()),
        toCanal: covers(water, position) ? 0 : distance(position, canal),
      }
    },
  }
}

function boxed<A extends { readonly surface: Surface }>(area: A): A & { box: Box } {
  const [lons, lats] = [0, 1].map((axis) =>
    area.surface.coordinates.flat(2).map((position) => position[axis] ?? Number.NaN),
  )
  const reduce = (values: number[] | undefined, by: (a: number, b: number) => number) =>
    (values ?? []).reduce((a, b) => by(a, b))
  return {
    ...area,
    box: [
      reduce(lons, Math.min),
      reduce(lats, Math.min),
      reduce(lons, Math.max),
      reduce(lats, Math.max),
    ],
  }
}

function contains(
  { surface, box: [west, south, east, north] }: { surface: Surface; box: Box },
  position: Position,
): boolean {
  const [lon, lat] = position
  return (
    lon >= west &&
    lon <= east &&
    lat >= south &&
    lat <= north &&
    covers(surface.coordinates.flat(), position)
  )
}

function distance(position: Position, lines: readonly Position[][]): number {
  return lines.reduce(
    (nearest, line) => Math.min(nearest, distanceToLine(position, line)),
    Number.POSITIVE_INFINITY,
  )
}
