import type { Position, Surface } from '@onemap/geodata/geojson'
import type { Built } from '@onemap/geodata/layers'
import { readLayer } from '@onemap/geodata/read'

type Watercourse = Built<'canal'>['features'][number]['geometry']

interface Area {
  readonly code: string
  readonly name: string
  readonly surface: Surface
}

/** What the generator knows of the ground, WGS 84. */
export interface Geography {
  readonly towns: readonly Area[]
  readonly villages: readonly (Area & { readonly townCode: string })[]
  readonly grids: readonly (Area & { readonly id: string; readonly townCode: string })[]
  readonly canal: readonly Watercourse[]
}

/** The geography as built from the named packages, without a database. */
export function builtGeography(): Geography {
  const area = <P extends { code: string; name: string }>({
    properties,
    geometry,
  }: {
    properties: P
    geometry: Surface
  }) => ({ ...properties, surface: geometry })
  return {
    towns: readLayer('towns').features.map(area),
    villages: readLayer('villages').features.map(area),
    grids: readLayer('grids').features.map(area),
    canal: readLayer('canal').features.map(({ geometry }) => geometry),
  }
}

/** The lines a watercourse is drawn with: its course, or its banks. */
export function linesOf(water: Watercourse): Position[][] {
  switch (water.type) {
    case 'LineString':
      return [water.coordinates]
    case 'MultiLineString':
      return water.coordinates
    case 'Polygon':
      return water.coordinates
    case 'MultiPolygon':
      return water.coordinates.flat()
  }
}

/** The rings that enclose water; none where only the course is known. */
export function ringsOf(water: Watercourse): Position[][] {
  return water.type === 'Polygon' || water.type === 'MultiPolygon' ? linesOf(water) : []
}
