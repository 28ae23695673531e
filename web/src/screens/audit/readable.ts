import { ACCIDENT_TYPES } from '@onemap/api/domain/accident-type'
import { ASSESSMENT_STAGES } from '@onemap/api/domain/assessment-stage'
import { CONTROL_LEVELS } from '@onemap/api/domain/control-level'
import { MEASURE_CATEGORIES, MEASURE_STATUSES } from '@onemap/api/domain/control-measure'
import { fieldName } from '@onemap/api/domain/audit-fields'
import { DATUMS } from '@onemap/api/domain/datum'
import type { Label } from '@onemap/api/domain/dictionary'
import { DIRECT_CRITERIA } from '@onemap/api/domain/direct-criteria'
import { ENTERPRISE_KINDS } from '@onemap/api/domain/enterprise-kind'
import {
  HAZARD_GRADES,
  HAZARD_ORIGINS,
  HAZARD_STATUSES,
  HAZARD_TREATMENTS,
} from '@onemap/api/domain/hazard'
import { HAZARD_EVENTS } from '@onemap/api/domain/hazard-event'
import { FACTORS, OCCUPATIONAL_FACTORS, RISK_CATEGORIES } from '@onemap/api/domain/hazard-factors'
import { HAZARD_ROLES } from '@onemap/api/domain/hazard-roles'
import { POSITIONS } from '@onemap/api/domain/position'
import { RISK_LEVELS } from '@onemap/api/domain/risk-level'
import { RISK_DOMAINS, RISK_POINT_TYPES } from '@onemap/api/domain/risk-point-kind'
import { ROLES } from '@onemap/api/domain/role'
import { dateTimeSeconds } from '../../ui/formats.ts'

type Terms = Readonly<Record<string, Label>>

/** Whose terms the codes of a column are. */
const TERMS: Readonly<Record<string, Terms>> = {
  level: RISK_LEVELS,
  risk_level: RISK_LEVELS,
  accident_type: ACCIDENT_TYPES,
  kind: ENTERPRISE_KINDS,
  source_datum: DATUMS,
  datum: DATUMS,
  type: { ...RISK_POINT_TYPES, ...HAZARD_EVENTS },
  domain: RISK_DOMAINS,
  factor: FACTORS,
  risk_category: RISK_CATEGORIES,
  occupational_factor: OCCUPATIONAL_FACTORS,
  stage: ASSESSMENT_STAGES,
  direct_criterion: DIRECT_CRITERIA,
  category: MEASURE_CATEGORIES,
  control_level: CONTROL_LEVELS,
  status: { ...HAZARD_STATUSES, ...MEASURE_STATUSES },
  from_status: HAZARD_STATUSES,
  to_status: HAZARD_STATUSES,
  origin: HAZARD_ORIGINS,
  grade: HAZARD_GRADES,
  treatment: HAZARD_TREATMENTS,
  actor_role: HAZARD_ROLES,
  role: ROLES,
  position: POSITIONS,
}
const YES = { zh: '是', en: 'Yes' } as const satisfies Label
const NO = { zh: '否', en: 'No' } as const satisfies Label
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}(:?\d{2})?)$/

/** PostgreSQL writes `+08` and a blank where ISO wants `+08:00` and a T. */
function isoOf(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Enough of an id to tell two apart. */
export const shortId = (id: string): string => (UUID.test(id) ? `#${id.slice(0, 8)}` : id)

/** A part of a value is called as a field of that name is. */
function partName(key: string): Label {
  const column = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const { zh, en } = fieldName('audit_log', column)
  return zh === column ? { zh: key, en: key } : { zh, en }
}

/**
 * A value of the record as somebody reads it; empty for nothing.
 * @param names what things and people are called, by their ids
 */
export function readable(
  column: string,
  value: unknown,
  language: 'zh-CN' | 'en',
  names: Readonly<Record<string, string>> = {},
): string {
  if (value === null || value === undefined) return ''
  const say = (label: Label): string => (language === 'en' ? label.en : label.zh)
  if (typeof value === 'boolean') return say(value ? YES : NO)
  const within = (key: string, of: unknown): string => readable(key, of, language, names)
  if (Array.isArray(value)) {
    const texts = value.map((one) => within(column, one)).filter((text) => text !== '')
    return texts.join(language === 'en' ? ', ' : '、')
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, of]) => [say(partName(key)), within(key, of)] as const)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${name} ${text}`)
      .join(language === 'en' ? '; ' : '；')
  }
  const text = String(value)
  if (UUID.test(text)) return names[text] ?? shortId(text)
  const known = TERMS[column]?.[text]
  if (known !== undefined) return say(known)
  return MOMENT.test(text) ? dateTimeSeconds(isoOf(text)) : text
}
