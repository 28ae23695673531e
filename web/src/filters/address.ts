import { isAccidentType } from '@onemap/api/domain/accident-type'
import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import { HAZARD_GRADE_CODES, HAZARD_STATUS_CODES } from '@onemap/api/domain/hazard'
import { isRiskLevel } from '@onemap/api/domain/risk-level'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { LayerId, MapFilters, MapSelection, MapView } from '../map/types.ts'

/** Everything that makes the screen what it is, as it stands in the address. */
export interface Address {
  readonly filters: MapFilters
  readonly selection: MapSelection | null
  /** Null: the whole district. */
  readonly view: MapView | null
  /** Layers switched against their default. */
  readonly toggled: readonly LayerId[]
}

const LAYER_IDS: readonly LayerId[] = [
  'level-heat',
  'enterprises',
  'risk-points',
  'hazards',
  'towns',
  'villages',
  'grids',
  'canal',
  'tianditu',
]
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const TOWN = /^\d{9}$/
const INDUSTRY = /^[A-Z]?\d{2,4}$/

/** Words of a comma-separated parameter; what is not known is dropped, an old link still opens. */
function words(query: LocationQuery, name: string): string[] {
  const value = query[name]
  return typeof value === 'string' ? value.split(',').filter((word) => word !== '') : []
}

function codes<Code extends string>(
  query: LocationQuery,
  name: string,
  known: readonly Code[],
): Code[] {
  return words(query, name).flatMap((word) => known.filter((code) => code === word))
}

function readSelection(text: unknown): MapSelection | null {
  if (typeof text !== 'string') return null
  const [kind, first = '', second = ''] = text.split(':')
  if (!UUID.test(first)) return null
  if (kind === 'enterprise') return { kind, id: first }
  if (kind === 'risk-point' && /^\d{1,5}$/.test(second))
    return { kind, enterpriseId: first, no: Number(second) }
  if (kind === 'hazard' && UUID.test(second)) return { kind, enterpriseId: first, id: second }
  return null
}

function writeSelection(selection: MapSelection): string {
  if (selection.kind === 'enterprise') return `enterprise:${selection.id}`
  return `${selection.kind}:${selection.enterpriseId}:${selection.kind === 'risk-point' ? selection.no : selection.id}`
}

function readView(text: unknown): MapView | null {
  if (typeof text !== 'string') return null
  const [lon, lat, zoom, pitch = 0, bearing = 0] = text.split(',').map(Number)
  if (lon === undefined || lat === undefined || zoom === undefined) return null
  const sane =
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 85 &&
    zoom >= 0 &&
    zoom <= 22 &&
    pitch >= 0 &&
    pitch <= 85 &&
    Math.abs(bearing) <= 360
  return sane ? { lon, lat, zoom, pitch, bearing } : null
}

function writeView({ lon, lat, zoom, pitch = 0, bearing = 0 }: MapView): string {
  const place = [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2)]
  const tilt = pitch === 0 && bearing === 0 ? [] : [pitch.toFixed(0), bearing.toFixed(0)]
  return [...place, ...tilt].join(',')
}

/** Reads the screen's state from an address; unknown or malformed parts are ignored. */
export function readAddress(query: LocationQuery): Address {
  return {
    filters: {
      levels: words(query, 'level').map(Number).filter(isRiskLevel),
      kinds: codes(query, 'kind', ENTERPRISE_KIND_CODES),
      towns: words(query, 'town').filter((code) => TOWN.test(code)),
      grids: words(query, 'grid').filter((id) => UUID.test(id)),
      industries: words(query, 'industry').filter((code) => INDUSTRY.test(code)),
      accidentTypes: words(query, 'accident').map(Number).filter(isAccidentType),
      hazardStatuses: codes(query, 'hazard', HAZARD_STATUS_CODES),
      grades: codes(query, 'grade', HAZARD_GRADE_CODES),
      overdueOnly: query.overdue === 'true',
      q: typeof query.q === 'string' ? query.q : '',
    },
    selection: readSelection(query.at),
    view: readView(query.view),
    toggled: codes(query, 'layers', LAYER_IDS),
  }
}

/** Writes the screen's state; what is as by default leaves no trace, so that plain addresses stay short. */
export function writeAddress({ filters, selection, view, toggled }: Address): LocationQueryRaw {
  const entries: [string, string][] = [
    ['level', filters.levels.join(',')],
    ['kind', filters.kinds.join(',')],
    ['town', filters.towns.join(',')],
    ['grid', filters.grids.join(',')],
    ['industry', filters.industries.join(',')],
    ['accident', filters.accidentTypes.join(',')],
    ['hazard', filters.hazardStatuses.join(',')],
    ['grade', filters.grades.join(',')],
    ['overdue', filters.overdueOnly ? 'true' : ''],
    ['q', filters.q],
    ['at', selection === null ? '' : writeSelection(selection)],
    ['view', view === null ? '' : writeView(view)],
    ['layers', toggled.join(',')],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** How many facets limit what is shown. */
export function activeFilters(filters: MapFilters): number {
  const lists = [
    filters.levels,
    filters.kinds,
    filters.towns,
    filters.grids,
    filters.industries,
    filters.accidentTypes,
    filters.hazardStatuses,
    filters.grades,
  ]
  return (
    lists.reduce((sum, list) => sum + list.length, 0) +
    Number(filters.overdueOnly) +
    Number(filters.q.trim() !== '')
  )
}
