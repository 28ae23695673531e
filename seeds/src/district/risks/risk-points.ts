import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { worstAccidentType } from '@onemap/api/domain/aggregation'
import { THEMES, type ThemeKey } from '../content/themes.ts'
import type { PointTemplate, SourceText } from '../content/trade.ts'
import type { Surroundings } from '../content/wording.ts'
import type { EnterprisePlan } from '../plan.ts'
import { layBlocks, placeIn, rectangleAround } from '../place/site.ts'
import type { Random } from '../random.ts'
import type {
  AssessmentRow,
  ControlMeasureRow,
  HazardSourceRow,
  ResponsibilityRow,
  RiskPointRow,
} from '../rows.ts'
import type { Staff } from '../staff.ts'
import { assessSource } from './assessments.ts'
import { choosePoints } from './choose-points.ts'
import { answerFor, controlSource } from './controls.ts'
import { directCriterionFor } from './direct.ts'
import { drawLevel } from './grading.ts'

/** A risk point with all that hangs on it, and where its texts came from. */
export interface DescribedPoint {
  readonly row: RiskPointRow
  readonly template: PointTemplate
  readonly surroundings: Surroundings
  readonly sources: readonly HazardSourceRow[]
  readonly assessments: readonly AssessmentRow[]
  readonly measures: readonly ControlMeasureRow[]
  readonly responsibilities: readonly ResponsibilityRow[]
}

interface Describing {
  readonly plan: EnterprisePlan
  readonly staff: Staff
  readonly safetyDepartment: string
  readonly majorHazard: boolean
  /** The day the enterprise was entered. */
  readonly enteredOn: string
  readonly asOf: string
}

/** Places, assesses and controls every risk point of an enterprise. */
export function describePoints(random: Random, describing: Describing): DescribedPoint[] {
  const { plan } = describing
  const chosen = choosePoints(random, plan)
  const blocks = layBlocks(plan.site, [...new Set(chosen.map(({ unit }) => unit))])
  const taken = new Set<string>()
  return chosen.map(({ template, name, unit, at }, index) => {
    const block = blocks.get(unit)
    if (!block) throw new Error(`${unit} has no place on the site`)
    const surroundings = { point: name, unit, team: template.team, post: template.post }
    const id = random.uuid()
    const { level, graded } = gradeSources(random, template)
    const sources = graded.map(({ text, level: own }) => sourceRow(random, id, text, own))
    const position = placeIn(plan.site, block, random, taken)
    const no = index + 1
    const covers = template.type === 'area' || template.type === 'place'
    return {
      template,
      surroundings,
      row: {
        id,
        no,
        code: `FX-${String(no).padStart(3, '0')}`,
        name,
        type: template.type,
        domain: template.domain,
        publicDomain: plan.trade.publicDomain ?? false,
        locationText: `${unit}${at}`,
        position,
        extent:
          covers && random.chance(0.5)
            ? rectangleAround(position, [random.int(8, 22), random.int(6, 14)], plan.site.turn)
            : null,
        level,
        accidentType: worstAccidentType(sources) ?? 20,
      },
      sources,
      assessments: sources.flatMap((source, i) =>
        assessSource(random, {
          hazardSourceId: source.id,
          consequence: graded[i]?.text[2] ?? 1,
          level: source.level,
          criterion: directCriterionFor(random, graded[i]?.text, describing.majorHazard),
          assessor: describing.staff.holder(
            random.chance(0.5) ? 'safety-officer' : `head of ${unit}`,
          ).name,
          enteredOn: describing.enteredOn,
          asOf: describing.asOf,
        }),
      ),
      measures: sources.flatMap((source, i) =>
        controlSource(random, {
          id: source.id,
          theme: THEMES[themeOf(graded[i]?.text)],
          pointLevel: level,
          surroundings,
          asOf: describing.asOf,
        }),
      ),
      responsibilities: answerFor(
        random,
        { id, level, surroundings, safetyDepartment: describing.safetyDepartment },
        describing.staff,
      ),
    }
  })
}

const themeOf = (text: SourceText | undefined): ThemeKey => text?.[1] ?? 'management'

interface Graded {
  readonly text: SourceText
  readonly level: RiskLevel
}

/** One to three of the template's sources; the worst is always among them, the others are no worse than it. */
function gradeSources(
  random: Random,
  { sources }: PointTemplate,
): { level: RiskLevel; graded: Graded[] } {
  const [main, ...others] = sources.toSorted((a, b) => b[2] - a[2])
  if (!main) throw new Error('a risk point has a hazard source')
  const level = drawLevel(random, main[2])
  const extra = random.shuffled(others).slice(
    0,
    random.weighted([
      [0, 40],
      [1, 45],
      [2, 15],
    ] as const),
  )
  return {
    level,
    graded: [
      { text: main, level },
      ...extra.map((text) => ({ text, level: drawLevel(random, text[2], level) })),
    ],
  }
}

/** A description up to so many characters says what happens but not why. */
const CURT = 11

function sourceRow(
  random: Random,
  riskPointId: string,
  [description, key]: SourceText,
  level: RiskLevel,
): HazardSourceRow {
  const theme = THEMES[key]
  return {
    id: random.uuid(),
    riskPointId,
    description:
      description.length > CURT ? description : `${description}（${random.pick(theme.causes)}）`,
    factor: theme.factor,
    riskCategory: theme.category ?? null,
    accidentType: theme.accident,
    occupationalFactor: theme.occupational ?? null,
    level,
  }
}
