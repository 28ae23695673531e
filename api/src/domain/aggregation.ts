import type { AccidentType } from './accident-type.ts'
import type { RiskLevel } from './risk-level.ts'

/**
 * The worst of some levels; null when none is assessed. One rule for every step upwards: a risk point
 * is as bad as its worst hazard source, an area or an enterprise as its worst risk point (DB37/T 2882).
 */
export function worstLevel(levels: Iterable<RiskLevel | null>): RiskLevel | null {
  let worst: RiskLevel | null = null
  for (const level of levels) {
    if (level !== null && (worst === null || level < worst)) worst = level
  }
  return worst
}

/** The part of a hazard source that decides what its risk point is known for. */
export interface GradedSource {
  readonly level: RiskLevel | null
  readonly accidentType: AccidentType
}

/** The accident type of a risk point: that of its worst source, the lowest code on a tie; null without sources. */
export function worstAccidentType(sources: readonly GradedSource[]): AccidentType | null {
  const worst = worstLevel(sources.map((source) => source.level))
  return sources
    .filter((source) => source.level === worst)
    .reduce<AccidentType | null>(
      (lowest, { accidentType }) =>
        lowest !== null && lowest < accidentType ? lowest : accidentType,
      null,
    )
}
