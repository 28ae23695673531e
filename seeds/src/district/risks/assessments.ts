import { assess, type AssessmentInput } from '@onemap/api/domain/assessment'
import { dayAfter } from '@onemap/api/domain/calendar'
import type { DirectCriterion } from '@onemap/api/domain/direct-criteria'
import { isRiskLevel, type RiskLevel } from '@onemap/api/domain/risk-level'
import type { Consequence } from '../content/trade.ts'
import { createRandom, type Random } from '../random.ts'
import type { AssessmentRow } from '../rows.ts'
import { drawLec, drawLs, lsWithoutControls, withoutControls } from './grading.ts'

/** What an assessor knows of a hazard source. */
interface Assessed {
  readonly hazardSourceId: string
  readonly consequence: Consequence
  /** The level its assessment in force must have. */
  readonly level: RiskLevel
  /** A direct criterion that would hold for it at level 1. */
  readonly criterion: DirectCriterion | undefined
  readonly assessor: string
  /** The day the enterprise was entered, when all was assessed for the first time. */
  readonly enteredOn: string
  readonly asOf: string
}

interface Judged {
  readonly inherent: AssessmentInput
  readonly residual: AssessmentInput
  readonly direct?: DirectCriterion
  readonly reason: string | null
}

/** Why a source is assessed anew, by what became of its level. */
const REASONS = {
  same: ['年度风险辨识复评', '年度风险辨识复评', '作业人员调整后复评'],
  better: ['设备更新改造后重新评价', '增设联锁和监测后复评', '防护设施改造验收后复评'],
  worse: ['工艺参数调整后复评', '事故案例警示后复评', '设备老化、检测发现缺陷后复评'],
} as const

/** Part of the sources assessed anew within the year, and part of these whose level changed by it. */
const REVIEWED = 0.5
const CHANGED = 0.17

/** Inherent and residual assessment of a source from the day it was entered, and often the residual one of a review since. */
export function assessSource(random: Random, source: Assessed): AssessmentRow[] {
  const { inherent, residual, direct, reason } = judge(random, source)
  const reviewedOn = dayAfter(source.asOf, -random.int(4, 355))
  const row = (
    stage: AssessmentRow['stage'],
    input: AssessmentInput,
    day: string,
    why: string | null,
    criterion?: DirectCriterion,
  ): AssessmentRow => {
    const { method, ...values } = input
    const directCriterion = input.method === 'DIRECT' ? input.criterion : (criterion ?? null)
    return {
      id: random.uuid(),
      hazardSourceId: source.hazardSourceId,
      stage,
      method,
      inputs: 'criterion' in values ? {} : values,
      ...assess(input, { direct: directCriterion, date: day }),
      directCriterion,
      assessor: source.assessor,
      assessedOn: day,
      reason: why,
    }
  }
  const review = createRandom(`review ${source.hazardSourceId}`)
  if (reviewedOn <= source.enteredOn || !review.chance(REVIEWED)) {
    return [
      row('inherent', inherent, source.enteredOn, null),
      row('residual', residual, source.enteredOn, reason, direct),
    ]
  }
  const before =
    direct === undefined && residual.method === 'LEC' && review.chance(CHANGED)
      ? levelBefore(review, source)
      : undefined
  if (before === undefined) {
    return [
      row('inherent', inherent, source.enteredOn, null),
      row('residual', residual, source.enteredOn, reason, direct),
      row(
        'residual',
        residual,
        reviewedOn,
        direct === undefined && residual.method !== 'DIRECT' ? review.pick(REASONS.same) : reason,
        direct,
      ),
    ]
  }
  const worse = before.level < source.level
  const bare = worse
    ? ({ ...withoutControls(review, before.input), method: 'LEC' } as const)
    : inherent
  return [
    row('inherent', bare, source.enteredOn, null),
    row('residual', { method: 'LEC', ...before.input }, source.enteredOn, null),
    row('residual', residual, reviewedOn, review.pick(worse ? REASONS.better : REASONS.worse)),
  ]
}

/** What the source was assessed at before: mostly one level worse, as controls are added over time; undefined where no values give another level. */
function levelBefore(
  random: Random,
  { consequence, level }: Assessed,
): { level: RiskLevel; input: NonNullable<ReturnType<typeof drawLec>> } | undefined {
  const other = level + (random.chance(0.68) ? -1 : 1)
  if (!isRiskLevel(other)) return undefined
  const input = drawLec(random, consequence, other)
  return input && { level: other, input }
}

function judge(random: Random, { consequence, level, criterion }: Assessed): Judged {
  if (level === 1 && criterion !== undefined && random.chance(0.3)) {
    const scored = drawLec(random, consequence, 2)
    const inherent: AssessmentInput = {
      method: 'LEC',
      ...withoutControls(random, scored ?? { l: 3, e: 6, c: consequence }),
    }
    if (scored && random.chance(0.4)) {
      return {
        inherent,
        residual: { method: 'LEC', ...scored },
        direct: criterion,
        reason: '计算为较大风险，符合直接判定条件，提级为重大风险',
      }
    }
    return {
      inherent,
      residual: { method: 'DIRECT', criterion },
      reason: '符合重大风险直接判定条件',
    }
  }
  const ls = random.chance(0.16) ? drawLs(random, consequence, level) : undefined
  if (ls)
    return {
      inherent: { method: 'LS', ...lsWithoutControls(random, ls) },
      residual: { method: 'LS', ...ls },
      reason: null,
    }
  const lec = drawLec(random, consequence, level)
  if (!lec) throw new Error(`no LEC values give level ${level} with C = ${consequence}`)
  return {
    inherent: { method: 'LEC', ...withoutControls(random, lec) },
    residual: { method: 'LEC', ...lec },
    reason: null,
  }
}
