import type { ControlLevel } from './control-level.ts'
import type { MeasureStatus } from './control-measure.ts'
import { requiredControlLevels } from './control-requirement.ts'
import { codesOf, type Dictionary } from './dictionary.ts'
import type { RiskLevel } from './risk-level.ts'

/** What a risk point may lack before it can go into the book (一企一册). */
export const MISSING_ITEMS = {
  assessment: { zh: '风险评价', en: 'Assessment' },
  department: { zh: '责任部门', en: 'Department' },
  person: { zh: '责任人', en: 'Person' },
  mobile: { zh: '手机号码', en: 'Mobile number' },
  measure: { zh: '管控措施', en: 'Measure' },
} as const satisfies Dictionary

export type MissingItem = keyof typeof MISSING_ITEMS
export const MISSING_ITEM_CODES = codesOf(MISSING_ITEMS)

/** One thing that is missing; a missing assessment belongs to no control level. */
export interface Missing {
  readonly item: MissingItem
  readonly controlLevel: ControlLevel | null
  /** Whose number it is, where that is what is missing. */
  readonly person?: string | undefined
}

/** A risk point with the responsibilities of all control levels and the measures of all its sources. */
export interface ControlledRiskPoint {
  readonly level: RiskLevel | null
  /** The highest control level, where the enterprise has raised it. */
  readonly raisedTo?: ControlLevel
  readonly responsibilities: readonly {
    readonly controlLevel: ControlLevel
    readonly department: string
    readonly person: string
    /** Masked or whole; null where none is on record. */
    readonly mobile: string | null
  }[]
  readonly measures: readonly {
    readonly controlLevel: ControlLevel
    readonly status: MeasureStatus
  }[]
}

/**
 * Everything a risk point lacks, from the top control level down; empty when it is complete. Every
 * required control level needs a department, a person, the number of every person it names (责任人及手机号码,
 * 台经信字〔2016〕36号) and a measure that has not failed.
 */
export function missingItems({
  level,
  raisedTo,
  responsibilities,
  measures,
}: ControlledRiskPoint): Missing[] {
  if (level === null) return [{ item: 'assessment', controlLevel: null }]
  return requiredControlLevels(level, raisedTo).flatMap((controlLevel) => {
    const responsible = responsibilities.filter((one) => one.controlLevel === controlLevel)
    const absent = (item: MissingItem, isPresent: boolean): Missing[] =>
      isPresent ? [] : [{ item, controlLevel }]
    return [
      ...absent(
        'department',
        responsible.some((one) => one.department.trim() !== ''),
      ),
      ...absent(
        'person',
        responsible.some((one) => one.person.trim() !== ''),
      ),
      ...responsible
        .filter(({ person, mobile }) => person.trim() !== '' && (mobile ?? '').trim() === '')
        .map(({ person }): Missing => ({ item: 'mobile', controlLevel, person })),
      ...absent(
        'measure',
        measures.some((one) => one.controlLevel === controlLevel && one.status !== 'failed'),
      ),
    ]
  })
}
