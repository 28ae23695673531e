import { randomUUID } from 'node:crypto'
import { presentCategories } from '../../ledger/risk-points/measure-columns.ts'
import { tidy } from '../../ledger/tidy.ts'
import type { Work } from '../work.ts'
import type { Plan } from './plan-shape.ts'
import type { Standing } from './standing.ts'
import {
  measureKey,
  sourceKey,
  type WantedAssessment,
  type WantedPoint,
  type WantedSource,
} from './wanted.ts'

type StandingPoint = Standing['points'][number]
type StandingSource = StandingPoint['sources'][number]
type StandingAssessment = StandingSource['assessments'][number]

/** Sources of a listed point become those of the list, with the assessments and measures it gives them. */
export function planSources(
  plan: Plan,
  at: Work,
  point: WantedPoint,
  known: StandingPoint | undefined,
  pointId: string,
  present: ReadonlySet<string>,
): void {
  const standing = new Map((known?.sources ?? []).map((source) => [sourceKey(source), source]))
  for (const [key, wanted] of point.sources) {
    const source = standing.get(key)
    const id = source?.id ?? randomUUID()
    if (source === undefined) {
      plan.addSources.push({
        id,
        riskPointId: pointId,
        description: wanted.description,
        factor: wanted.factor,
        riskCategory: wanted.riskCategory,
        accidentType: wanted.accidentType,
        occupationalFactor: wanted.occupationalFactor,
      })
      if (known !== undefined) plan.touched.add(pointId)
    } else if (
      source.riskCategory !== wanted.riskCategory ||
      source.occupationalFactor !== wanted.occupationalFactor
    ) {
      plan.changeSources.push({
        id,
        riskCategory: wanted.riskCategory,
        occupationalFactor: wanted.occupationalFactor,
      })
      plan.touched.add(pointId)
    } else {
      plan.unchangedSources += 1
    }
    planAssessments(plan, at, wanted, source, id, pointId)
    planMeasures(plan, wanted, source, id, pointId, present)
  }
  for (const source of known?.sources ?? []) {
    if (point.sources.has(sourceKey(source)) && standing.get(sourceKey(source)) === source) continue
    plan.removeSources.push(source.id)
    plan.touched.add(pointId)
  }
}

/** Assessments are only ever added, and only those that are not on record. */
function planAssessments(
  plan: Plan,
  at: Work,
  { assessments }: WantedSource,
  source: StandingSource | undefined,
  hazardSourceId: string,
  pointId: string,
): void {
  for (const wanted of assessments) {
    const latest = source?.assessments.find(({ stage }) => stage === wanted.stage)
    if (source?.assessments.some((one) => isOnRecord(wanted, one, one === latest))) {
      plan.unchangedAssessments += 1
      continue
    }
    plan.addAssessments.push({
      id: randomUUID(),
      hazardSourceId,
      stage: wanted.stage,
      method: wanted.method,
      inputs: wanted.inputs,
      score: wanted.score,
      level: wanted.level,
      raisedFrom: wanted.raisedFrom,
      profileId: wanted.profileId,
      profileVersion: wanted.profileVersion,
      directCriterion: wanted.direct,
      assessor: wanted.assessor ?? (at.by === '' ? '清单导入' : at.by),
      assessedOn: wanted.assessedOn ?? at.today,
      reason: wanted.reason,
    })
    if (source !== undefined) plan.touched.add(pointId)
  }
}

/** Without a date a row means the latest assessment of its stage; what a row leaves empty agrees with anything. */
function isOnRecord(
  wanted: WantedAssessment,
  standing: StandingAssessment,
  isLatest: boolean,
): boolean {
  return (
    standing.stage === wanted.stage &&
    standing.method === wanted.method &&
    standing.level === wanted.level &&
    standing.directCriterion === wanted.direct &&
    sameInputs(wanted.inputs, standing.inputs) &&
    (wanted.assessor === null || tidy(standing.assessor) === wanted.assessor) &&
    (wanted.reason === null || tidy(standing.reason ?? '') === wanted.reason) &&
    (wanted.assessedOn === null ? isLatest : standing.assessedOn === wanted.assessedOn)
  )
}

function sameInputs(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): boolean {
  return Object.keys({ ...a, ...b }).every((name) => a[name] === b[name])
}

/** Measures become those of the list, category by category; a category without a column stays as it is. */
function planMeasures(
  plan: Plan,
  { measures }: WantedSource,
  source: StandingSource | undefined,
  hazardSourceId: string,
  pointId: string,
  present: ReadonlySet<string>,
): void {
  const categories: readonly string[] = presentCategories(present)
  const standing = (source?.measures ?? []).filter(({ category }) => categories.includes(category))
  const known = new Set(standing.map(measureKey))
  for (const [key, { category, controlLevel, content }] of measures) {
    if (known.has(key)) continue
    plan.addMeasures.push({
      id: randomUUID(),
      hazardSourceId,
      category,
      controlLevel,
      content,
      status: 'effective',
      verifiedOn: null,
    })
    if (source !== undefined) plan.touched.add(pointId)
  }
  for (const one of standing) {
    if (measures.has(measureKey(one))) {
      plan.unchangedMeasures += 1
      continue
    }
    plan.removeMeasures.push(one.id)
    plan.touched.add(pointId)
  }
}
