import type { AccidentType } from '@onemap/api/domain/accident-type'
import { CONTROL_LEVEL_CODES, type ControlLevel } from '@onemap/api/domain/control-level'
import type { MeasureCategory } from '@onemap/api/domain/control-measure'
import { requiredControlLevels } from '@onemap/api/domain/control-requirement'
import { missingItems, type Missing } from '@onemap/api/domain/completeness'
import type { Factor, OccupationalFactor, RiskCategory } from '@onemap/api/domain/hazard-factors'
import type { RiskDomain, RiskPointType } from '@onemap/api/domain/risk-point-kind'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { Polygon } from 'geojson'
import { sentArea, type PlacePoint } from '../../../map/ring.ts'
import { newId } from '../../../ui/new-id.ts'
import {
  assessmentBody,
  emptyAssessment,
  verdictOf,
  type AssessmentDraft,
} from '../assessment/assessment-draft.ts'
import type { TypicalSource } from './typical-sources.ts'

/** Who answers at one level of the enterprise, and what is done there. */
interface ControlDraft {
  department: string
  person: string
  mobile: string
  category: MeasureCategory
  content: string
}

/** A risk point while it is being registered: one source with its assessment; more sources come later. */
export interface RiskPointDraft {
  /** Ids made here: sent again after a lost answer, nothing is written twice. */
  id: string
  name: string
  type: RiskPointType
  domain: RiskDomain
  publicDomain: boolean
  locationText: string
  location: PlacePoint | null
  extent: Polygon | null
  source: {
    description: string
    factor: Factor
    accidentType: AccidentType | null
    riskCategory: RiskCategory | null
    occupationalFactor: OccupationalFactor | null
  }
  inherent: AssessmentDraft
  /** Null: not assessed yet. */
  residual: AssessmentDraft | null
  /** What was chosen for the residual risk before it was put aside. */
  shelvedResidual: AssessmentDraft | null
  controls: Record<ControlLevel, ControlDraft>
}

const emptyControl = (): ControlDraft => ({
  department: '',
  person: '',
  mobile: '',
  category: 'institutional',
  content: '',
})

export function emptyRiskPoint(): RiskPointDraft {
  return {
    id: newId(),
    name: '',
    type: 'facility',
    domain: 'production',
    publicDomain: false,
    locationText: '',
    location: null,
    extent: null,
    source: {
      description: '',
      factor: 'object',
      accidentType: null,
      riskCategory: null,
      occupationalFactor: null,
    },
    inherent: emptyAssessment('inherent'),
    residual: null,
    shelvedResidual: null,
    controls: {
      company: emptyControl(),
      workshop: emptyControl(),
      team: emptyControl(),
      post: emptyControl(),
    },
  }
}

/** Takes over a typical source; measures that were typed by hand stay. */
export function beginFrom(
  draft: RiskPointDraft,
  typical: TypicalSource,
  before: TypicalSource | null,
): RiskPointDraft {
  const { description, factor, accidentType, riskCategory, occupationalFactor } = typical
  const controls = { ...draft.controls }
  for (const level of CONTROL_LEVEL_CODES) {
    const own = controls[level]
    if (own.content === '' || own.content === before?.measures[level].content)
      controls[level] = { ...own, ...typical.measures[level] }
  }
  return {
    ...draft,
    source: { description, factor, accidentType, riskCategory, occupationalFactor },
    controls,
  }
}

/** The level in force: the residual one where there is one. */
export function levelOf({ inherent, residual }: RiskPointDraft): RiskLevel | null {
  return (residual === null ? null : verdictOf(residual).level) ?? verdictOf(inherent).level
}

/** Levels of the enterprise that must control it. */
export function controlLevelsOf(draft: RiskPointDraft): readonly ControlLevel[] {
  const level = levelOf(draft)
  return level === null ? [] : requiredControlLevels(level)
}

const responsible = (draft: RiskPointDraft) =>
  controlLevelsOf(draft).filter(
    (level) =>
      draft.controls[level].department.trim() !== '' && draft.controls[level].person.trim() !== '',
  )
const measured = (draft: RiskPointDraft) =>
  controlLevelsOf(draft).filter((level) => draft.controls[level].content.trim() !== '')

/** What it would lack if it were sent now: the server's own rule. */
export function missingOf(draft: RiskPointDraft): readonly Missing[] {
  return missingItems({
    level: levelOf(draft),
    responsibilities: CONTROL_LEVEL_CODES.map((controlLevel) => ({
      controlLevel,
      department: draft.controls[controlLevel].department,
      person: draft.controls[controlLevel].person,
      mobile: draft.controls[controlLevel].mobile,
    })),
    measures: measured(draft).map((controlLevel) => ({ controlLevel, status: 'effective' })),
  })
}

export const STEPS = ['place', 'risk', 'control'] as const
export type Step = (typeof STEPS)[number]
export type OpenField =
  | 'name'
  | 'location'
  | 'description'
  | 'accidentType'
  | 'assessment'
  | 'residual'
  | 'mobile'

const MOBILE = /^(?:1\d{10}|(?:0\d{2,3}-?)?\d{7,8})$/

/** What a step still needs before the next. */
export function openFields(draft: RiskPointDraft, step: Step): readonly OpenField[] {
  const needed: Readonly<Record<Step, readonly (readonly [OpenField, boolean])[]>> = {
    place: [
      ['name', draft.name.trim() === ''],
      ['location', draft.location === null],
    ],
    risk: [
      ['description', draft.source.description.trim() === ''],
      ['accidentType', draft.source.accidentType === null],
      ['assessment', assessmentBody(draft.inherent) === null],
    ],
    control: [
      ['residual', draft.residual !== null && assessmentBody(draft.residual) === null],
      ['mobile', controlLevelsOf(draft).some((level) => wrongMobile(draft.controls[level].mobile))],
    ],
  }
  return needed[step].filter(([, open]) => open).map(([field]) => field)
}

/** Whether something stands there that is no telephone number. */
export const wrongMobile = (text: string): boolean =>
  text.trim() !== '' && !MOBILE.test(text.trim())

/** The body the server takes; null while something is open. */
export function riskPointBody(draft: RiskPointDraft) {
  const { id, name, type, domain, publicDomain, locationText, location, extent, source, controls } =
    draft
  const inherent = assessmentBody(draft.inherent)
  const residual = draft.residual === null ? null : assessmentBody(draft.residual)
  if (location === null || source.accidentType === null || inherent === null) return null
  return {
    id,
    name: name.trim(),
    type,
    domain,
    publicDomain,
    locationText: locationText.trim(),
    location,
    extent: sentArea(extent),
    sources: [
      {
        ...source,
        accidentType: source.accidentType,
        description: source.description.trim(),
        assessments: [inherent, ...(residual === null ? [] : [residual])],
        measures: measured(draft).map((controlLevel) => ({
          controlLevel,
          category: controls[controlLevel].category,
          content: controls[controlLevel].content.trim(),
        })),
      },
    ],
    responsibilities: responsible(draft).map((controlLevel) => {
      const { department, person, mobile } = controls[controlLevel]
      return {
        controlLevel,
        department: department.trim(),
        person: person.trim(),
        mobile: mobile.trim() === '' ? null : mobile.trim(),
      }
    }),
  }
}

interface Responsible {
  readonly controlLevel: ControlLevel
  readonly department: string
  readonly person: string
}

/** Who usually answers at each level, from the enterprise's other risk points: what is most often there. */
export function usualPeople(
  points: readonly { readonly responsibilities: readonly Responsible[] }[],
): Partial<Record<ControlLevel, Responsible>> {
  const counted = new Map<string, { one: Responsible; count: number }>()
  for (const one of points.flatMap(({ responsibilities }) => responsibilities)) {
    const key = `${one.controlLevel} ${one.department} ${one.person}`
    counted.set(key, { one, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  const ranked = [...counted.values()].sort((a, b) => b.count - a.count)
  return Object.fromEntries(
    CONTROL_LEVEL_CODES.flatMap((level) => {
      const best = ranked.find(({ one }) => one.controlLevel === level)
      return best === undefined ? [] : [[level, best.one]]
    }),
  )
}
