import { ENTERPRISE_KINDS } from '../../domain/enterprise-kind.ts'
import { PUBLIC_HARMS } from '../../domain/public-advice.ts'
import { RISK_LEVELS } from '../../domain/risk-level.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../ledger/write/csv.ts'
import { ROSTER_COLUMNS, ROSTER_TERMS } from './dictionary.ts'
import type { PublicBatch, RiskSource } from './schema.ts'

type ColumnKey = (typeof ROSTER_COLUMNS)[number]['key']

const CELLS = {
  code: ({ code }) => code,
  operator: ({ operator }) => operator,
  address: ({ address }) => address,
  town: ({ town }) => town.name,
  activity: ({ activity }) => activity,
  kind: ({ kind }) => ENTERPRISE_KINDS[kind].zh,
  level: ({ level }) => `${level} ${RISK_LEVELS[level].zh}`,
  harms: ({ harms }) => harms.map((harm) => PUBLIC_HARMS[harm].zh).join('；'),
  warning: ({ warning }) => warning.zh,
  doThis: ({ doThis }) => doThis.zh,
  lastVisit: ({ lastVisit }) => lastVisit ?? '',
  office: ({ office }) => office.name,
  phone: ({ office }) => office.phone,
  lon: ({
    location: {
      coordinates: [lon],
    },
  }) => String(lon),
  lat: ({
    location: {
      coordinates: [, lat],
    },
  }) => String(lat),
} as const satisfies Record<ColumnKey, (source: RiskSource) => string>

/** RFC 4180 with Chinese headings; every value quoted, formulas made harmless. */
export function csvOf(sources: readonly RiskSource[]): string {
  const lines = [
    ROSTER_COLUMNS.map(({ zh }) => zh),
    ...sources.map((source) => ROSTER_COLUMNS.map(({ key }) => CELLS[key](source))),
  ]
  return BYTE_ORDER_MARK + lines.map(csvLine).join('')
}

/** The whole roster with its batch and terms. */
export function jsonOf(batch: PublicBatch | null, sources: readonly RiskSource[]) {
  return { batch, terms: ROSTER_TERMS, items: [...sources], nextCursor: null }
}

/** A FeatureCollection (RFC 7946) whose properties are the record without its place. */
export function geoJsonOf(batch: PublicBatch | null, sources: readonly RiskSource[]) {
  return {
    type: 'FeatureCollection' as const,
    batch,
    terms: ROSTER_TERMS,
    features: sources.map(({ location, ...properties }) => ({
      type: 'Feature' as const,
      id: properties.code,
      geometry: location,
      properties,
    })),
  }
}
