import { assess, type AssessmentInput } from '@onemap/api/domain/assessment'
import type { DirectCriterion } from '@onemap/api/domain/direct-criteria'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { addDays } from '../calendar.ts'
import type { Consequence } from '../content/trade.ts'
import type { Random } from '../random.ts'
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
  readonly asOf: string
}

interface Judged {
  readonly inherent: AssessmentInput
  readonly residual: AssessmentInput
  readonly direct?: DirectCriterion
  readonly reason: string | null
}

const REASONS = ['设备更新改造后重新评价', '年度风险辨识复评', '增设联锁和监测后复评', '工艺参数调整后复评', '事故案例警示后复评', '作业人员调整后复评']

/** Inherent and residual assessment of a source, sometimes with the residual one of an earlier year before them. */
export function assessSource(random: Random, source: Assessed): AssessmentRow[] {
  const { inherent, residual, direct, reason } = judge(random, source)
  const assessedOn = addDays(source.asOf, -random.int(20, 360))
  const row = (stage: AssessmentRow['stage'], input: AssessmentInput, day: string, why: string | null, criterion?: DirectCriterion): AssessmentRow => {
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
  const rows = [row('inherent', inherent, assessedOn, null), row('residual', residual, assessedOn, reason, direct)]
  if (direct === undefined && residual.method === 'LEC' && random.chance(0.05)) {
    const earlier = { ...withoutControls(random, { ...residual, c: source.consequence }), method: 'LEC' } as const
    return [row('residual', earlier, addDays(assessedOn, -random.int(340, 400)), null), ...rows.with(-1, row('residual', residual, assessedOn, random.pick(REASONS)))]
  }
  return rows
}

function judge(random: Random, { consequence, level, criterion }: Assessed): Judged {
  if (level === 1 && criterion !== undefined && random.chance(0.3)) {
    const scored = drawLec(random, consequence, 2)
    const inherent: AssessmentInput = { method: 'LEC', ...withoutControls(random, scored ?? { l: 3, e: 6, c: consequence }) }
    if (scored && random.chance(0.4)) {
      return { inherent, residual: { method: 'LEC', ...scored }, direct: criterion, reason: '计算为较大风险，符合直接判定条件，提级为重大风险' }
    }
    return { inherent, residual: { method: 'DIRECT', criterion }, reason: '符合重大风险直接判定条件' }
  }
  const ls = random.chance(0.16) ? drawLs(random, consequence, level) : undefined
  if (ls) return { inherent: { method: 'LS', ...lsWithoutControls(random, ls) }, residual: { method: 'LS', ...ls }, reason: null }
  const lec = drawLec(random, consequence, level)
  if (!lec) throw new Error(`no LEC values give level ${level} with C = ${consequence}`)
  return { inherent: { method: 'LEC', ...withoutControls(random, lec) }, residual: { method: 'LEC', ...lec }, reason: null }
}
