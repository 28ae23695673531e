import { isDay } from '@onemap/api/domain/calendar'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { readAddress, writeAddress, type Address } from '../../filters/address.ts'
import { crosses } from '../../map/ring.ts'
import type { LonLat } from '../../map/types.ts'
import { PANEL_IDS, type PanelId } from './panels.ts'

/** Everything that makes the command screen what it is, as it stands in the address. */
export interface CommandAddress extends Address {
  /** The past day that is shown, `YYYY-MM-DD` in China; null: now. */
  readonly day: string | null
  /** Whether time goes on by itself. */
  readonly playing: boolean
  /** Whether the tour flies by itself. */
  readonly touring: boolean
  /** Corners of the drawn shape that figures and charts are limited to, not closed. */
  readonly shape: readonly LonLat[] | null
  /** Whether figures and charts count only what the map shows now. */
  readonly boundsOnly: boolean
  /** Panels that are folded. */
  readonly folded: readonly PanelId[]
}

/** More corners than a hand draws; addresses stay short. */
const MOST_CORNERS = 64

const isDayText = (text: unknown): text is string => typeof text === 'string' && isDay(text)

function readShape(text: unknown): readonly LonLat[] | null {
  if (typeof text !== 'string') return null
  const corners = text.split(';').flatMap((pair): LonLat[] => {
    const [lon = Number.NaN, lat = Number.NaN] = pair.split(',').map(Number)
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [[lon, lat]] : []
  })
  return corners.length >= 3 && corners.length <= MOST_CORNERS && !crosses(corners) ? corners : null
}

/** To the metre, in the address as in what is counted. */
export const roundedShape = (shape: readonly LonLat[]): readonly LonLat[] =>
  shape.map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))])

/** Its corners as the address and the API have them. */
export const writeShape = (shape: readonly LonLat[]): string =>
  roundedShape(shape)
    .map((corner) => corner.join(','))
    .join(';')

/** Reads the command screen's state; unknown or malformed parts are ignored. */
export function readCommandAddress(query: LocationQuery): CommandAddress {
  const folded = typeof query.fold === 'string' ? query.fold.split(',') : []
  return {
    ...readAddress(query),
    day: isDayText(query.day) ? query.day : null,
    playing: query.play === 'true',
    touring: query.tour === 'true',
    shape: readShape(query.area),
    boundsOnly: query.within === 'view',
    folded: PANEL_IDS.filter((id) => folded.includes(id)),
  }
}

/** Writes it; what is as by default leaves no trace. */
export function writeCommandAddress(address: CommandAddress): LocationQueryRaw {
  const own: [string, string][] = [
    ['day', address.day ?? ''],
    ['play', address.playing ? 'true' : ''],
    ['tour', address.touring ? 'true' : ''],
    ['area', address.shape === null ? '' : writeShape(address.shape)],
    ['within', address.boundsOnly ? 'view' : ''],
    ['fold', address.folded.join(',')],
  ]
  return {
    ...writeAddress(address),
    ...Object.fromEntries(own.filter(([, value]) => value !== '')),
  }
}
