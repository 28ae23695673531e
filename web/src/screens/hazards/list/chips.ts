import type { Label } from '@onemap/api/domain/dictionary'
import { HAZARD_GRADES, HAZARD_ORIGINS, HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import { EXTENSIONS, SUPERVISIONS } from '@onemap/api/domain/hazard-supervision'
import type { HazardFacet, HazardFilters } from './address.ts'

/** One limit of the list in words, and the change that takes it away. */
export interface HazardChip {
  readonly key: string
  readonly label: string
  readonly without: HazardFilters
}

/** Facets whose values are terms of the trade. */
const TERMS: Readonly<Partial<Record<HazardFacet, Readonly<Record<string, Label>>>>> = {
  status: HAZARD_STATUSES,
  grade: HAZARD_GRADES,
  origin: HAZARD_ORIGINS,
  extension: EXTENSIONS,
  supervision: SUPERVISIONS,
}

/** @param nameOf the words of a value that is no term of the trade */
export function chipsOf(
  filters: HazardFilters,
  term: (label: Label) => string,
  nameOf: (facet: string, value: string) => string,
): HazardChip[] {
  return Object.entries(filters).flatMap(([facet, text]) => {
    const values = facet === 'q' ? [text] : text.split(',')
    return values.map((value) => {
      const label = Object.entries(TERMS).find(([name]) => name === facet)?.[1]?.[value]
      return {
        key: `${facet}-${value}`,
        label: label === undefined ? nameOf(facet, value) : term(label),
        without: { [facet]: values.filter((each) => each !== value).join(',') },
      }
    })
  })
}
