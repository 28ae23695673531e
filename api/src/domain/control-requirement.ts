import { CONTROL_LEVEL_CODES, CONTROL_LEVELS, type ControlLevel } from './control-level.ts'
import { DomainError } from './errors.ts'
import type { RiskLevel } from './risk-level.ts'

/** The highest control level a risk level calls for; every level below it is responsible too. */
const HIGHEST_CONTROL_LEVEL = {
  1: 'company',
  2: 'company',
  3: 'workshop',
  4: 'team',
} as const satisfies Readonly<Record<RiskLevel, ControlLevel>>

/** A risk was to be controlled lower in the enterprise than its level allows. */
export class ControlLevelLoweredError extends DomainError {
  override readonly name = 'ControlLevelLoweredError'

  constructor(asked: ControlLevel, required: ControlLevel) {
    const text = {
      zh: `管控层级不得低于${CONTROL_LEVELS[required].zh}级，不能降为${CONTROL_LEVELS[asked].zh}级`,
      en: `Control cannot be lowered from ${required} to ${asked}`,
    }
    super('control-level-lowered', 422, text, [{ field: 'controlLevel', text, expected: required }])
  }
}

/**
 * The control levels responsible for a risk, from the top down (上一级负责管控的风险,下一级必须同时负责).
 * @param raisedTo an enterprise may take a risk higher than required
 * @throws ControlLevelLoweredError when `raisedTo` lies below what the risk level requires
 */
export function requiredControlLevels(
  level: RiskLevel,
  raisedTo?: ControlLevel,
): readonly ControlLevel[] {
  const required = HIGHEST_CONTROL_LEVEL[level]
  const highest = raisedTo ?? required
  const from = CONTROL_LEVEL_CODES.indexOf(highest)
  if (from > CONTROL_LEVEL_CODES.indexOf(required))
    throw new ControlLevelLoweredError(highest, required)
  return CONTROL_LEVEL_CODES.slice(from)
}
