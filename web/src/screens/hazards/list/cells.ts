import type { Label } from '@onemap/api/domain/dictionary'
import { HAZARD_GRADES, HAZARD_ORIGINS, HAZARD_TREATMENTS } from '@onemap/api/domain/hazard'
import { dateTime } from '../../../ui/formats.ts'
import type { HazardItem } from '../queries.ts'
import type { HazardColumn } from './columns.ts'

interface Words {
  readonly term: (label: Label) => string
  readonly t: (
    key: 'detail.ungraded' | 'detail.supervisions.listed' | 'detail.supervisions.delisted',
  ) => string
}

const CELLS: Readonly<Record<HazardColumn, (item: HazardItem, words: Words) => string>> = {
  code: ({ code }) => code,
  enterprise: ({ enterpriseName }) => enterpriseName,
  place: ({ locationText }) => locationText,
  grade: ({ grade }, { term, t }) =>
    grade === null ? t('detail.ungraded') : term(HAZARD_GRADES[grade]),
  deadline: ({ deadline }) => deadline ?? '',
  reportedAt: ({ reportedAt }) => dateTime(reportedAt),
  origin: ({ origin }, { term }) => term(HAZARD_ORIGINS[origin]),
  treatment: ({ treatment }, { term }) =>
    treatment === null ? '' : term(HAZARD_TREATMENTS[treatment]),
  supervision: ({ supervision }, { t }) =>
    supervision === 'none' ? '' : t(`detail.supervisions.${supervision}`),
  round: ({ round }) => (round === 0 ? '' : String(round)),
  closedAt: ({ closedAt }) => (closedAt === null ? '' : dateTime(closedAt)),
}

/** What a column says of a hazard; empty where there is nothing to say. */
export function cellOf(column: HazardColumn, item: HazardItem, words: Words): string {
  return CELLS[column](item, words)
}
