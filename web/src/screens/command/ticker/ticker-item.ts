import type { ChangeEntry } from '@onemap/api/domain/change'
import { HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import type { Label } from '@onemap/api/domain/dictionary'
import { RISK_LEVELS } from '@onemap/api/domain/risk-level'
import { toLevel } from '../../../map/filter-key.ts'
import type { MapSelection } from '../../../map/types.ts'

/** What happened, in a line. */
export interface TickerItem {
  readonly key: number
  /** ISO 8601: when it was heard, or happened. */
  readonly at: string
  /** Whose it is; empty where it is not known or nobody's. */
  readonly enterprise: string
  readonly text: string
  /** Where it leads; null: nowhere. */
  readonly target: MapSelection | null
  /** A new or returning major hazard: the sound is for it. */
  readonly grave: boolean
}

type Said = Omit<TickerItem, 'key' | 'at' | 'enterprise'>

interface Words {
  t(key: string, named?: Record<string, unknown>): string
  term(label: Label): string
}

const statusLabel = (code: string): Label | undefined =>
  Object.entries(HAZARD_STATUSES).find(([each]) => each === code)?.[1]

function levelText(level: number, { t, term }: Words): string {
  const known = toLevel(level)
  return known === null ? t('level.unassessed') : t('level.of', { level: term(RISK_LEVELS[known]) })
}

/** A change as the ticker says it; null: nothing anybody at a wall wants to hear. */
export function sayChange(
  { topic, action, enterpriseId, id, no, row }: ChangeEntry,
  words: Words,
): Said | null {
  const { t, term } = words
  if (topic === 'hazards' && row !== undefined && 'status' in row) {
    const label = statusLabel(row.status)
    const grave = row.grade === 'major'
    const status = label === undefined ? row.status : term(label)
    const text =
      action === 'insert'
        ? t('command.ticker.newHazard')
        : t(grave ? 'command.ticker.majorHazard' : 'command.ticker.hazard', { status })
    return {
      text,
      grave,
      target:
        enterpriseId === undefined || id === undefined
          ? null
          : { kind: 'hazard', enterpriseId, id },
    }
  }
  if (topic === 'risk-points' && row !== undefined && 'accidentType' in row && no !== undefined) {
    const text =
      toLevel(row.level) === null
        ? t('command.ticker.unassessed', { no })
        : t('command.ticker.level', { no, level: levelText(row.level, words) })
    return {
      text,
      grave: false,
      target: enterpriseId === undefined ? null : { kind: 'risk-point', enterpriseId, no },
    }
  }
  if (topic === 'enterprises' && row !== undefined && 'kind' in row) {
    const text =
      action === 'insert'
        ? t('command.ticker.newEnterprise')
        : t('command.ticker.enterprise', { level: levelText(row.level, words) })
    return { text, grave: false, target: id === undefined ? null : { kind: 'enterprise', id } }
  }
  const target: MapSelection | null =
    enterpriseId === undefined ? null : { kind: 'enterprise', id: enterpriseId }
  if (topic === 'patrols' && action === 'insert')
    return { text: t('command.ticker.patrol'), grave: false, target }
  if (topic === 'notices') return { text: t('command.ticker.notice'), grave: false, target }
  return null
}
