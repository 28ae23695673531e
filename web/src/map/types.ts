import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { HazardGrade, HazardStatus } from '@onemap/api/domain/hazard'
import type { RiskLevel } from '@onemap/api/domain/risk-level'

/** `[longitude, latitude]`, WGS 84 degrees. */
export type LonLat = readonly [lon: number, lat: number]

export type MapTheme = 'dark' | 'light'
export type MapLocale = 'zh-CN' | 'en'

/** Where the map looks. Zoom as in MapLibre (512 px tiles), pitch and bearing in degrees. */
export interface MapView {
  readonly lon: number
  readonly lat: number
  readonly zoom: number
  readonly pitch?: number
  readonly bearing?: number
}

/** Pixels of the map that panels cover, so that what is fitted or flown to stays in sight. */
export interface MapPadding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** What can be switched in the legend. */
export type LayerId =
  | 'level-heat'
  | 'enterprises'
  | 'risk-points'
  | 'hazards'
  | 'towns'
  | 'villages'
  | 'grids'
  | 'canal'
  | 'tianditu'

/** One facet per member. An empty list, false or '' does not limit. */
export interface MapFilters {
  readonly levels: readonly RiskLevel[]
  readonly kinds: readonly EnterpriseKind[]
  /** Town codes, nine digits. */
  readonly towns: readonly string[]
  /** Grid ids (uuid). */
  readonly grids: readonly string[]
  /** GB/T 4754 classes. */
  readonly industries: readonly string[]
  readonly accidentTypes: readonly AccidentType[]
  readonly hazardStatuses: readonly HazardStatus[]
  readonly grades: readonly HazardGrade[]
  readonly overdueOnly: boolean
  /** Part of a name, pinyin initials or credit code. */
  readonly q: string
}

export const NO_FILTERS: MapFilters = {
  levels: [],
  kinds: [],
  towns: [],
  grids: [],
  industries: [],
  accidentTypes: [],
  hazardStatuses: [],
  grades: [],
  overdueOnly: false,
  q: '',
}

interface AreaProperties {
  readonly code?: string | undefined
  readonly name: string
  readonly schematic: boolean
}

export type AreaCollection = FeatureCollection<Polygon | MultiPolygon, AreaProperties>
type CanalCollection = FeatureCollection<
  LineString | MultiLineString | Polygon | MultiPolygon,
  AreaProperties
>

interface GridProperties {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly townCode: string
  readonly townName: string
  readonly chief: string | null
  readonly schematic: boolean
}
export type GridCollection = FeatureCollection<Polygon | MultiPolygon, GridProperties>

/** What lies under the data: the answer of `/api/base-map` with the grids of `/api/grids`. */
export interface MapBase {
  readonly approvalNumber: string | null
  readonly tianditu: { readonly token: string } | null
  readonly district: AreaCollection
  readonly neighbours: AreaCollection
  readonly towns: AreaCollection
  readonly villages: AreaCollection
  readonly canal: CanalCollection
  readonly grids: GridCollection
}

/** One thing on the map, as named by the API. */
export type MapSelection =
  | { readonly kind: 'enterprise'; readonly id: string }
  | { readonly kind: 'risk-point'; readonly enterpriseId: string; readonly no: number }
  | { readonly kind: 'hazard'; readonly enterpriseId: string; readonly id: string }

/** Counts by risk level; index 0 is 'not assessed'. */
export type LevelCounts = readonly [number, number, number, number, number]

/** What the pointer is over; `row` is the row in the snapshot's columns. */
export type MapObject =
  | (MapSelection & { readonly row: number })
  | { readonly kind: 'cluster'; readonly count: number; readonly byLevel: LevelCounts }
  | { readonly kind: 'cell'; readonly count: number; readonly byLevel: LevelCounts }

/** Pointer position is in CSS pixels from the top left corner of the map. */
export interface MapHover {
  readonly object: MapObject
  readonly x: number
  readonly y: number
}

/** Enterprises that stand on one spot and that no zoom can part: rows in the enterprise columns, most dangerous first. */
export interface MapCluster {
  readonly rows: readonly number[]
  readonly location: LonLat
  readonly x: number
  readonly y: number
}

/** Ring around one place with lines to who lies within: neighbour notices. Radius in metres. */
export interface MapRing {
  readonly centre: LonLat
  readonly radius: number
  readonly targets: readonly { readonly id: string; readonly location: LonLat }[]
}

/** Why no map can be drawn. `lost` may recover by itself, then `null` is emitted. */
export interface MapFailure {
  readonly reason: 'no-webgl' | 'lost' | 'crashed'
  readonly message: string
}
