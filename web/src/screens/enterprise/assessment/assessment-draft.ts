import { assess } from '@onemap/api/domain/assessment'
import type { AssessmentStage } from '@onemap/api/domain/assessment-stage'
import type { DirectCriterion } from '@onemap/api/domain/direct-criteria'
import type { RiskLevel } from '@onemap/api/domain/risk-level'

export type ScoredMethod = 'LEC' | 'LS'
export type FactorName = 'l' | 'e' | 'c' | 's'

/** What was chosen for a method; null: not chosen yet. */
type Factors = Readonly<Record<FactorName, number | null>>

const NO_FACTORS: Factors = { l: null, e: null, c: null, s: null }

/** An assessment while it is being chosen. */
export interface AssessmentDraft extends Factors {
  readonly stage: AssessmentStage
  readonly method: ScoredMethod
  /** What was chosen for the other method, for when it is taken up again. */
  readonly aside: Factors
  readonly criterion: DirectCriterion | null
  readonly raisedLevel: RiskLevel | null
  /** Why it was raised, or what supports the criterion. */
  readonly reason: string
}

export const emptyAssessment = (stage: AssessmentStage): AssessmentDraft => ({
  stage,
  method: 'LEC',
  ...NO_FACTORS,
  aside: NO_FACTORS,
  criterion: null,
  raisedLevel: null,
  reason: '',
})

/** Takes up a method with what was chosen for it before; L means something else in each. */
export function withMethod(draft: AssessmentDraft, method: ScoredMethod): AssessmentDraft {
  if (method === draft.method) return draft
  const { l, e, c, s } = draft
  return { ...draft, ...NO_FACTORS, ...draft.aside, method, aside: { l, e, c, s } }
}

/** The factors of a method in the order in which they multiply. */
export const FACTOR_NAMES = { LEC: ['l', 'e', 'c'], LS: ['l', 's'] } as const satisfies Readonly<
  Record<ScoredMethod, readonly FactorName[]>
>

/** What an assessment comes to so far. */
export interface Verdict {
  /** Exact decimal; null while a factor is open. */
  readonly score: string | null
  /** By the score alone. */
  readonly byScore: RiskLevel | null
  /** By score and criterion: what a hand may only raise. */
  readonly computed: RiskLevel | null
  /** In force. */
  readonly level: RiskLevel | null
}

function scored({
  method,
  l,
  e,
  c,
  s,
}: AssessmentDraft): { score: string | null; level: RiskLevel } | null {
  if (l === null) return null
  if (method === 'LEC') return e === null || c === null ? null : assess({ method, l, e, c })
  return s === null ? null : assess({ method, l, s })
}

/** Grades what was chosen, by the same rules as the server. */
export function verdictOf(draft: AssessmentDraft): Verdict {
  const result = scored(draft)
  const byScore = result?.level ?? null
  const computed = draft.criterion === null ? byScore : 1
  const raised =
    draft.raisedLevel !== null && computed !== null && draft.raisedLevel < computed
      ? draft.raisedLevel
      : null
  return { score: result?.score ?? null, byScore, computed, level: raised ?? computed }
}

/** Shortest reason that says something. */
const REASON_LENGTH = 4

/** What still keeps an assessment from being recorded; null: nothing. */
export function openQuestion(draft: AssessmentDraft): FactorName | 'reason' | null {
  const { level, computed } = verdictOf(draft)
  if (level === null) return FACTOR_NAMES[draft.method].find((name) => draft[name] === null) ?? null
  return level !== computed && draft.reason.trim().length < REASON_LENGTH ? 'reason' : null
}

/** `L 3 × E 6 × C 15`, with an open factor as `?`. */
export function formulaOf(draft: AssessmentDraft): string {
  return FACTOR_NAMES[draft.method]
    .map((name) => `${name.toUpperCase()} ${draft[name] ?? '?'}`)
    .join(' × ')
}

/** The body the server takes; null while something is open. */
export function assessmentBody(draft: AssessmentDraft) {
  const { level, computed } = verdictOf(draft)
  if (level === null || openQuestion(draft) !== null) return null
  const { stage, l, e, c, s, criterion } = draft
  const rest = {
    stage,
    ...(draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }),
    ...(level === computed ? {} : { raisedLevel: level }),
  }
  const direct = criterion === null ? {} : { criterion }
  if (draft.method === 'LEC' && l !== null && e !== null && c !== null)
    return { method: 'LEC' as const, l, e, c, ...direct, ...rest }
  if (draft.method === 'LS' && l !== null && s !== null)
    return { method: 'LS' as const, l, s, ...direct, ...rest }
  return criterion === null ? null : { method: 'DIRECT' as const, criterion, ...rest }
}
