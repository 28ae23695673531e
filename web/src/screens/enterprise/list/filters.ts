import { foldForSearch } from '@onemap/api/domain/search-text'
import { RISK_LEVEL_ORDER, type RiskLevel } from '@onemap/api/domain/risk-level'
import type { LocationQuery } from 'vue-router'
import type { RiskPoint } from '../queries.ts'

/** What the list is narrowed by, as it stands in the address. */
export interface RiskFilters {
  /** 'none': not assessed. */
  readonly level: RiskLevel | 'none' | null
  readonly incomplete: boolean
  /** Only where a measure has failed. */
  readonly failed: boolean
  readonly q: string
}

export function readFilters({ level, incomplete, failed, q }: LocationQuery): RiskFilters {
  return {
    level:
      level === 'none' ? 'none' : (RISK_LEVEL_ORDER.find((each) => String(each) === level) ?? null),
    incomplete: incomplete !== undefined,
    failed: failed !== undefined,
    q: typeof q === 'string' ? q : '',
  }
}

export const writeFilters = ({
  level,
  incomplete,
  failed,
  q,
}: RiskFilters): Record<string, string> => ({
  ...(level === null ? {} : { level: String(level) }),
  ...(incomplete ? { incomplete: '1' } : {}),
  ...(failed ? { failed: '1' } : {}),
  ...(q.trim() === '' ? {} : { q }),
})

const texts = ({ name, code, locationText, sources, responsibilities }: RiskPoint): string =>
  foldForSearch(
    [
      name,
      code,
      locationText,
      ...sources.map(({ description }) => description),
      ...responsibilities.map(({ person }) => person),
    ].join(' '),
  )

/** Whether a control of it was found not to work. */
export const hasFailed = ({ sources }: Pick<RiskPoint, 'sources'>): boolean =>
  sources.some(({ measures }) => measures.some(({ status }) => status === 'failed'))

/** The points that pass, in their order. */
export function narrowed(
  points: readonly RiskPoint[],
  { level, incomplete, failed, q }: RiskFilters,
): readonly RiskPoint[] {
  const words = foldForSearch(q)
    .split(' ')
    .filter((word) => word !== '')
  return points.filter(
    (point) =>
      (level === null || (point.level ?? 'none') === level) &&
      (!incomplete || point.missing.length > 0) &&
      (!failed || hasFailed(point)) &&
      words.every((word) => texts(point).includes(word)),
  )
}
