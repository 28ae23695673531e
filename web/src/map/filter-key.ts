import { isAccidentType, type AccidentType } from '@onemap/api/domain/accident-type'
import {
  HAZARD_GRADE_CODES,
  HAZARD_STATUS_CODES,
  type HazardGrade,
  type HazardStatus,
} from '@onemap/api/domain/hazard'
import { isRiskLevel, type RiskLevel } from '@onemap/api/domain/risk-level'

/*
 * Every row of every layer has one 32-bit key: its enterprise's row in the upper 24 bits, its own category in the lower 8.
 * A filter is then two small tables, one over enterprises and one over the 256 categories,
 * and the processor (counts) and the graphics processor (drawing) look into the same two.
 */

export const CATEGORIES = 256
/** 24 bits. */
export const MOST_ENTERPRISES = 1 << 24

/** Category, and level, of an enterprise that was not there on a past day. */
export const ABSENT = 255

/** Key of a row: unsigned 32 bits. */
export const keyOf = (enterpriseRow: number, category: number): number =>
  ((enterpriseRow << 8) | category) >>> 0
export const enterpriseRowOf = (key: number): number => key >>> 8
export const categoryOf = (key: number): number => key & 0xff

/** A level from a column: null when not assessed. */
export const toLevel = (value: number): RiskLevel | null => (isRiskLevel(value) ? value : null)

/** Category of a risk point: level in bits 0–2, accident type in bits 3–7; 0 means none in both. */
export const riskPointCategory = (level: number, accidentType: number): number =>
  level | (accidentType << 3)
/** Level of an enterprise's or a risk point's category, 0–4. */
export const levelOf = (category: number): number => category & 7
/** Accident type of a risk point's category, null when none. */
export function accidentTypeOf(category: number): AccidentType | null {
  const value = category >> 3
  return isAccidentType(value) ? value : null
}

const GRADES = ['', ...HAZARD_GRADE_CODES] as const

/** Category of a hazard: status in bits 0–3, grade in bits 4–5, overdue in bit 6. */
export function hazardCategory(
  status: HazardStatus,
  grade: HazardGrade | '',
  overdue: boolean,
): number {
  return HAZARD_STATUS_CODES.indexOf(status) | (GRADES.indexOf(grade) << 4) | (overdue ? 64 : 0)
}
/** Status of a hazard's category; undefined for a category that no hazard has. */
export const statusOf = (category: number): HazardStatus | undefined =>
  HAZARD_STATUS_CODES[category & 15]
/** Grade of a hazard's category: '' until graded. */
export const gradeOf = (category: number): HazardGrade | '' => GRADES[(category >> 4) & 3] ?? ''
export const isOverdueCategory = (category: number): boolean => (category & 64) !== 0
