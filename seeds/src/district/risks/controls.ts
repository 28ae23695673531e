import { dayAfter } from '@onemap/api/domain/calendar'
import type { ControlLevel } from '@onemap/api/domain/control-level'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { requiredControlLevels } from '@onemap/api/domain/control-requirement'
import type { MeasureText, Theme } from '../content/theme.ts'
import { fillIn, type Surroundings } from '../content/wording.ts'
import type { Random } from '../random.ts'
import type { ControlMeasureRow, ResponsibilityRow } from '../rows.ts'
import type { Staff } from '../staff.ts'

/** Measures of a source at every control level its risk point calls for, each text once. */
export function controlSource(
  random: Random,
  source: {
    readonly id: string
    readonly theme: Theme
    readonly pointLevel: RiskLevel
    readonly surroundings: Surroundings
    readonly asOf: string
  },
): ControlMeasureRow[] {
  return requiredControlLevels(source.pointLevel).flatMap((controlLevel) => {
    const texts = random
      .shuffled(source.theme.measures[controlLevel])
      .slice(0, random.chance(0.25) ? 2 : 1)
    return texts.map(([category, content]: MeasureText, index): ControlMeasureRow => {
      // Only a second measure may have failed: one that holds is always left.
      const status = random.weighted([
        ['effective', 95],
        ['planned', 3],
        ['failed', index === 0 ? 0 : 4],
      ] as const)
      return {
        id: random.uuid(),
        hazardSourceId: source.id,
        category,
        controlLevel,
        content: fillIn(content, source.surroundings),
        status,
        verifiedOn: status === 'planned' ? null : dayAfter(source.asOf, -random.int(1, 88)),
      }
    })
  })
}

/** Who answers for a risk point at every control level it calls for. */
export function answerFor(
  random: Random,
  riskPoint: {
    readonly id: string
    readonly level: RiskLevel
    readonly surroundings: Surroundings
    readonly safetyDepartment: string
  },
  staff: Staff,
): ResponsibilityRow[] {
  const { unit, team, post } = riskPoint.surroundings
  const answers: Readonly<Record<ControlLevel, readonly [department: string, holder: string]>> = {
    company: random.chance(0.4)
      ? ['公司领导班子', 'principal']
      : [riskPoint.safetyDepartment, 'safety-director'],
    workshop: [unit, `head of ${unit}`],
    team: [`${unit}${team}`, `head of ${unit} ${team}`],
    post: [`${post}岗位`, `${post} ${unit} ${random.int(1, 3)}`],
  }
  return requiredControlLevels(riskPoint.level).map((controlLevel) => {
    const [department, holder] = answers[controlLevel]
    const { name, mobile } = staff.holder(holder)
    return {
      id: random.uuid(),
      riskPointId: riskPoint.id,
      controlLevel,
      department,
      person: name,
      mobile,
    }
  })
}
