import { DomainError } from './errors.ts'
import { RISK_LEVELS, type RiskLevel } from './risk-level.ts'

/** A level was to be lowered below what score and criterion came to, or raised without a reason. */
export class LevelNotRaisedError extends DomainError {
  override readonly name = 'LevelNotRaisedError'

  constructor(why: 'lowered' | 'no-reason', from: RiskLevel) {
    const lowered = why === 'lowered'
    const text = lowered
      ? {
          zh: `风险等级只能提高，不得低于评价结果（${RISK_LEVELS[from].zh}）`,
          en: `A level can only be raised, never below the assessment (${RISK_LEVELS[from].en})`,
        }
      : {
          zh: '人工提高风险等级须说明理由（至少 4 个字）',
          en: 'Raising a level by hand needs a reason (at least 4 characters)',
        }
    super(lowered ? 'level-lowered' : 'reason-needed', 422, text, [
      {
        field: lowered ? 'raisedLevel' : 'reason',
        text,
        ...(lowered ? { expected: `1–${from}` } : {}),
      },
    ])
  }
}

/** The shortest reason that says anything. */
export const SHORTEST_REASON = 4

/**
 * Raises a level by hand (可以提级，不得降级). To the same level is no raising.
 * @returns the level that counts, and what it was raised from; null where it was not
 * @throws LevelNotRaisedError
 */
export function raiseLevel(
  assessed: RiskLevel,
  to: RiskLevel | undefined,
  reason: string | undefined,
): { readonly level: RiskLevel; readonly raisedFrom: RiskLevel | null } {
  if (to === undefined || to === assessed) return { level: assessed, raisedFrom: null }
  if (to > assessed) throw new LevelNotRaisedError('lowered', assessed)
  if ((reason ?? '').trim().length < SHORTEST_REASON)
    throw new LevelNotRaisedError('no-reason', assessed)
  return { level: to, raisedFrom: assessed }
}
