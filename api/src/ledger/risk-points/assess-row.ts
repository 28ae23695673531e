import { assess, type AssessmentInput, type AssessmentResult } from '../../domain/assessment.ts'
import { ValueOutsideTableError } from '../../domain/assessment-table.ts'
import { DomainError } from '../../domain/errors.ts'
import type { LecProfile } from '../../domain/lec-profiles.ts'
import { raiseLevel, SHORTEST_REASON } from '../../domain/raised-level.ts'
import { RISK_LEVELS, type RiskLevel } from '../../domain/risk-level.ts'
import type { z } from 'zod'
import type { Fault } from '../parse-cells.ts'
import type { RiskPointRow } from './columns.ts'

type Row = z.output<typeof RiskPointRow>

/** The assessment of a row, recomputed from its inputs. */
export interface RowAssessment extends AssessmentResult {
  readonly method: AssessmentInput['method']
  readonly inputs: Readonly<Record<string, number>>
  /** What the row's values come to, where its level is raised above that for a reason. */
  readonly raisedFrom: RiskLevel | null
}

/** What a row is graded against. */
export interface GradingContext {
  /** Day in China, `YYYY-MM-DD`: nothing is assessed after it. */
  readonly today: string
  readonly lecProfileId: LecProfile['id']
}

type Outcome = { readonly assessment: RowAssessment } | { readonly faults: readonly Fault[] }

const levelName = (level: RiskLevel) =>
  `${RISK_LEVELS[level].zh}（${RISK_LEVELS[level].colour.zh}）`

/** Grades a row by its profile and compares the result with the level and score the ledger claims. */
export function assessRow(row: Row, context: GradingContext): Outcome {
  if (row.assessedOn !== null && row.assessedOn > context.today) {
    return {
      faults: [{ key: 'assessedOn', fault: `${row.assessedOn} 晚于今天（${context.today}）` }],
    }
  }
  const chosen = inputOf(row)
  if ('faults' in chosen) return chosen
  const { input, inputs } = chosen
  try {
    const result = assess(input, {
      direct: row.direct,
      date: row.assessedOn ?? context.today,
      ...(input.method === 'LEC' ? { profileId: context.lecProfileId } : {}),
    })
    const faults = contradictions(row, result, formula(inputs, result))
    if (faults.length > 0) return { faults }
    return {
      assessment: {
        ...result,
        ...raiseLevel(result.level, row.level ?? undefined, row.reason ?? undefined),
        method: input.method,
        inputs,
      },
    }
  } catch (error) {
    if (error instanceof ValueOutsideTableError)
      return {
        faults: [{ key: error.field, fault: `${error.text.zh}${profileHint(error, context)}` }],
      }
    if (error instanceof DomainError)
      return { faults: [{ key: 'assessedOn', fault: error.text.zh }] }
    throw error
  }
}

function profileHint(
  { field, value }: ValueOutsideTableError,
  { lecProfileId }: GradingContext,
): string {
  return field === 'c' && value === 2 && lecProfileId === 'lec-classic'
    ? '；台账若采用 C=2 的细则表，请加 --lec-profile lec-detailed'
    : ''
}

function inputOf(
  row: Row,
): { input: AssessmentInput; inputs: Readonly<Record<string, number>> } | { faults: Fault[] } {
  const { l, e, c, s, direct } = row
  const method =
    row.method ??
    (e !== null || c !== null ? 'LEC' : s !== null ? 'LS' : direct !== null ? 'DIRECT' : null)
  if (method === null)
    return {
      faults: [
        { key: 'method', fault: '没有评价：应填 L、E、C（LEC），或 L、S（LS），或直接判定依据' },
      ],
    }
  if (method === 'DIRECT') {
    return direct === null
      ? { faults: [{ key: 'direct', fault: '评价方法为直接判定时，应填直接判定依据' }] }
      : { input: { method, criterion: direct }, inputs: {} }
  }
  if (method === 'LEC') {
    return l === null || e === null || c === null
      ? { faults: missing(method, { l, e, c }) }
      : { input: { method, l, e, c }, inputs: { l, e, c } }
  }
  return l === null || s === null
    ? { faults: missing(method, { l, s }) }
    : { input: { method, l, s }, inputs: { l, s } }
}

function missing(method: string, values: Readonly<Record<string, number | null>>): Fault[] {
  return Object.entries(values)
    .filter(([, value]) => value === null)
    .map(([key]) => ({
      key,
      fault: `评价方法为 ${method} 时不能为空，应为评价准则表中的数值`,
    }))
}

function formula(inputs: Readonly<Record<string, number>>, { score }: AssessmentResult): string {
  const factors = Object.entries(inputs).map(([key, value]) => `${key.toUpperCase()}=${value}`)
  return score === null ? '直接判定' : `${factors.join(' × ')}，风险值 ${score}`
}

function contradictions(row: Row, { score, level }: AssessmentResult, shown: string): Fault[] {
  const faults: Fault[] = []
  if (row.score !== null && score !== null && row.score !== Number(score)) {
    faults.push({ key: 'score', fault: `填写 ${row.score}，与评价不符：${shown}` })
  }
  const mayRaise = row.level !== null && row.level < level
  if (
    row.level !== null &&
    row.level !== level &&
    !(mayRaise && (row.reason ?? '').length >= SHORTEST_REASON)
  ) {
    const raised = mayRaise
      ? `；人工提高等级的，请填评价说明${row.level === 1 ? '；因直接判定为重大的，请填直接判定依据' : ''}`
      : ''
    const because = row.direct === null ? shown : '填有直接判定依据'
    faults.push({
      key: 'level',
      fault: `填写“${levelName(row.level)}”，与评价不符：${because}，应为“${levelName(level)}”${raised}`,
    })
  }
  return faults
}
