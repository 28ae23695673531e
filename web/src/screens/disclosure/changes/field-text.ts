import type { Label } from '@onemap/api/domain/dictionary'
import { ENTERPRISE_KINDS } from '@onemap/api/domain/enterprise-kind'
import { PUBLIC_HARMS } from '@onemap/api/domain/public-advice'
import { RISK_LEVELS } from '@onemap/api/domain/risk-level'
import type { RosterChange, RosterRecord } from '../queries.ts'

type Field = RosterChange['fields'][number]
/** A difference as it is told: longitude and latitude are one place. */
export type ToldField = Exclude<Field, 'lon' | 'lat'> | 'place'

/** What differs, each thing once. */
export function toldFields(fields: readonly Field[]): ToldField[] {
  return [
    ...new Set(
      fields.map((field) => (field === 'lon' || field === 'lat' ? ('place' as const) : field)),
    ),
  ]
}

/** One field of a record in words. */
export function fieldText(
  record: RosterRecord,
  field: ToldField,
  { term, comma }: { readonly term: (label: Label) => string; readonly comma: string },
): string {
  switch (field) {
    case 'level':
      return `${record.level} ${term(RISK_LEVELS[record.level])}`
    case 'kind':
      return term(ENTERPRISE_KINDS[record.kind])
    case 'harms':
      return record.harms.map((harm) => term(PUBLIC_HARMS[harm])).join(comma)
    case 'place':
      return `${record.lon.toFixed(4)}, ${record.lat.toFixed(4)}`
    default:
      return record[field] ?? '—'
  }
}
