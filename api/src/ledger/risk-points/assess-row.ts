import { assess, type AssessmentInput, type AssessmentResult } from '../../domain/assessment.ts'
import { ValueOutsideTableError } from '../../domain/assessment-table.ts'
import type { Label } from '../../domain/dictionary.ts'
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

const levelName = (level: RiskLevel): Label => ({
  zh: `${RISK_LEVELS[level].zh}（${RISK_LEVELS[level].colour.zh}）`,
  en: `${RISK_LEVELS[level].en} (${RISK_LEVELS[level].colour.en})`,
})

const afterToday = (day: string, today: string): Label => ({
  zh: `${day} 晚于今天（${today}）`,
  en: `${day} is after today (${today})`,
})

/** Grades a row by its profile and compares the result with the level and score the ledger claims. */
export function assessRow(row: Row, context: GradingContext): Outcome {
  if (row.assessedOn !== null && row.assessedOn > context.today) {
    return {
      faults: [{ key: 'assessedOn', fault: afterToday(row.assessedOn, context.today) }],
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
        faults: [{ key: error.field, fault: withHint(error, context) }],
      }
    if (error instanceof DomainError) return { faults: [{ key: 'assessedOn', fault: error.text }] }
    throw error
  }
}

function withHint(
  { field, value, text }: ValueOutsideTableError,
  { lecProfileId }: GradingContext,
): Label {
  return field === 'c' && value === 2 && lecProfileId === 'lec-classic'
    ? {
        zh: `${text.zh}；台账若采用 C=2 的细则表，请加 --lec-profile lec-detailed`,
        en: `${text.en}; if the ledger uses the detailed table with C=2, add --lec-profile lec-detailed`,
      }
    : text
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
        {
          key: 'method',
          fault: {
            zh: '没有评价：应填 L、E、C（LEC），或 L、S（LS），或直接判定依据',
            en: 'There is no assessment: give L, E and C (LEC), or L and S (LS), or a direct criterion',
          },
        },
      ],
    }
  if (method === 'DIRECT') {
    return direct === null
      ? {
          faults: [
            {
              key: 'direct',
              fault: {
                zh: '评价方法为直接判定时，应填直接判定依据',
                en: 'A direct judgement needs its criterion',
              },
            },
          ],
        }
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
      fault: {
        zh: `评价方法为 ${method} 时不能为空，应为评价准则表中的数值`,
        en: `must not be empty for ${method}; expected a value of its table`,
      },
    }))
}

function formula(inputs: Readonly<Record<string, number>>, { score }: AssessmentResult): Label {
  if (score === null) return { zh: '直接判定', en: 'direct judgement' }
  const product = Object.entries(inputs)
    .map(([key, value]) => `${key.toUpperCase()}=${value}`)
    .join(' × ')
  return { zh: `${product}，风险值 ${score}`, en: `${product}, score ${score}` }
}

function contradictions(row: Row, { score, level }: AssessmentResult, shown: Label): Fault[] {
  const scoreDiffers = row.score !== null && score !== null && row.score !== Number(score)
  return [
    ...(scoreDiffers
      ? [
          {
            key: 'score',
            fault: {
              zh: `填写 ${row.score}，与评价不符：${shown.zh}`,
              en: `${row.score} contradicts the assessment: ${shown.en}`,
            },
          },
        ]
      : []),
    ...levelContradictions(row, level, shown),
  ]
}

/** A level may be raised above what the values come to, for a reason; never lowered. */
function levelContradictions(row: Row, level: RiskLevel, shown: Label): Fault[] {
  if (row.level === null || row.level === level) return []
  const mayRaise = row.level < level
  if (mayRaise && (row.reason ?? '').length >= SHORTEST_REASON) return []
  const because =
    row.direct === null ? shown : { zh: '填有直接判定依据', en: 'a direct criterion is given' }
  const raised = mayRaise ? raisedHint(row.level) : { zh: '', en: '' }
  const [written, computed] = [levelName(row.level), levelName(level)]
  return [
    {
      key: 'level',
      fault: {
        zh: `填写“${written.zh}”，与评价不符：${because.zh}，应为“${computed.zh}”${raised.zh}`,
        en: `“${written.en}” contradicts the assessment: ${because.en}, which is “${computed.en}”${raised.en}`,
      },
    },
  ]
}

const raisedHint = (level: RiskLevel): Label => ({
  zh: `；人工提高等级的，请填评价说明${level === 1 ? '；因直接判定为重大的，请填直接判定依据' : ''}`,
  en: `; a level raised by hand needs its reason (评价说明)${level === 1 ? ', one by direct judgement its criterion' : ''}`,
})
