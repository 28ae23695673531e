import type { LocationQuery } from 'vue-router'
import type { LonLat, MapFilters } from '../../../map/types.ts'
import type { WithinArea } from '../../../map/within-area.ts'

/** Metres at first: the farthest an enterprise must tell its neighbours. */
export const USUAL_RADIUS = 500
export const FARTHEST = 50_000
const MOST_CORNERS = 200

const pair = ([lon, lat]: LonLat): string => `${lon.toFixed(6)},${lat.toFixed(6)}`

function readPair(text: string): LonLat[] {
  const [lon, lat, ...more] = text === '' ? [] : text.split(',').map(Number)
  if (lon === undefined || lat === undefined || more.length > 0) return []
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [[lon, lat]] : []
}

/** Reads within what is searched: `ring:117.73,34.56:500` or `shape:lon,lat;lon,lat;…:0`; null where nothing is. */
export function readWithin({ within }: LocationQuery): WithinArea | null {
  if (typeof within !== 'string') return null
  const [kind, places = '', metres = ''] = within.split(':')
  const asked = /^\d{1,5}$/.test(metres) ? Math.min(Number(metres), FARTHEST) : null
  if (kind === 'ring')
    return { kind, centre: readPair(places)[0] ?? null, radius: asked ?? USUAL_RADIUS }
  if (kind === 'shape')
    return {
      kind,
      corners: places.split(';').flatMap(readPair).slice(0, MOST_CORNERS),
      radius: asked ?? 0,
    }
  return null
}

/** Writes it, to the decimetre. */
export function writeWithin(area: WithinArea): string {
  const places =
    area.kind === 'ring'
      ? area.centre === null
        ? ''
        : pair(area.centre)
      : area.corners.map(pair).join(';')
  return `${area.kind}:${places}:${area.radius}`
}

/** What of an address belongs to the search, so that a change of anything else leaves it alone. */
export function keptWithin({ within }: LocationQuery): { within?: string } {
  return typeof within === 'string' ? { within } : {}
}

/** What the server is asked; null where nothing is placed yet. */
export function withinQuery(
  area: WithinArea,
  { levels, kinds, towns, grids, industries, q }: MapFilters,
): Record<string, string> | null {
  const place =
    area.kind === 'ring'
      ? area.centre === null
        ? null
        : { at: pair(area.centre) }
      : area.corners.length < 3
        ? null
        : { polygon: area.corners.map(pair).join(';') }
  if (place === null) return null
  const facets = {
    riskLevel: levels.join(','),
    kind: kinds.join(','),
    areaCode: towns.join(','),
    gridId: grids.join(','),
    industryCode: industries.join(','),
    q: q.trim(),
  }
  return {
    ...place,
    radius: String(area.radius),
    ...Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== '')),
  }
}
