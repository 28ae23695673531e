import type { LonLat } from '../../db/wgs84.ts'
import { tidy } from '../../ledger/tidy.ts'
import type { RowMeasure, RowResponsibility } from '../../ledger/risk-points/controls.ts'
import type { RowAssessment } from '../../ledger/risk-points/assess-row.ts'
import type { ControlListRow } from './columns.ts'
import { problemOf, type RowProblem } from './problems.ts'
import type { ReadRow } from './read.ts'

/** One assessment the list gives a source. */
export interface WantedAssessment
  extends Pick<ControlListRow, 'direct' | 'assessor' | 'assessedOn' | 'reason'>, RowAssessment {
  readonly stage: NonNullable<ControlListRow['stage']>
}

/** A hazard source as the list's rows describe it. */
export interface WantedSource
  extends
    NonNullable<ReadRow['source']>,
    Pick<ControlListRow, 'riskCategory' | 'occupationalFactor'> {
  readonly assessments: WantedAssessment[]
  readonly measures: Map<string, RowMeasure>
}

/** A risk point as the list's rows describe it; null where they do not say. */
export interface WantedPoint extends Pick<
  ControlListRow,
  'code' | 'name' | 'type' | 'domain' | 'publicDomain' | 'version'
> {
  readonly row: number
  readonly locationText: string | null
  place: LonLat | null
  readonly sources: Map<string, WantedSource>
  readonly responsibilities: Map<string, RowResponsibility>
}

/** What a source is known by within its point. */
export function sourceKey({
  description,
  factor,
  accidentType,
}: {
  readonly description: string
  readonly factor: string
  readonly accidentType: number
}): string {
  return [tidy(description), factor, accidentType].join('\u0000')
}

/** What a measure is known by within its source. */
export function measureKey({ category, controlLevel, content }: RowMeasure): string {
  return [category, controlLevel, tidy(content)].join('\u0000')
}

/** What a responsibility is known by within its point. */
export function responsibilityKey({
  controlLevel,
  department,
  person,
}: Omit<RowResponsibility, 'mobile'>): string {
  return [controlLevel, tidy(department), tidy(person)].join('\u0000')
}

/** Puts the rows of each point together, and finds what they contradict or repeat. */
export function gatherPoints(rows: readonly ReadRow[]): {
  points: WantedPoint[]
  problems: RowProblem[]
} {
  const points = new Map<string, WantedPoint>()
  const problems: RowProblem[] = []
  for (const read of rows) {
    const {
      values: { code, name, type, domain, publicDomain, location, version },
      place,
      row,
    } = read
    const point = points.get(code) ?? {
      row,
      code,
      name,
      type,
      domain,
      publicDomain,
      version,
      locationText: location,
      place,
      sources: new Map<string, WantedSource>(),
      responsibilities: new Map<string, RowResponsibility>(),
    }
    points.set(code, point)
    problems.push(...contradictions(point, read))
    point.place ??= place
    for (const one of read.responsibilities) {
      const key = responsibilityKey(one)
      const known = point.responsibilities.get(key)
      if (known?.mobile == null) point.responsibilities.set(key, one)
    }
    problems.push(...addSource(point, read))
  }
  return { points: [...points.values()], problems }
}

/** Rows of one code describe one point: what they say of it must agree with its first row. */
function contradictions(first: WantedPoint, { row, values, place }: ReadRow): RowProblem[] {
  const differs: readonly (readonly [key: string, boolean])[] = [
    ['name', values.name !== first.name],
    ['type', values.type !== first.type],
    ['domain', values.domain !== null && first.domain !== null && values.domain !== first.domain],
    [
      'publicDomain',
      values.publicDomain !== null &&
        first.publicDomain !== null &&
        values.publicDomain !== first.publicDomain,
    ],
    [
      'location',
      values.location !== null &&
        first.locationText !== null &&
        values.location !== first.locationText,
    ],
    [
      'longitude',
      place !== null &&
        first.place !== null &&
        (place[0] !== first.place[0] || place[1] !== first.place[1]),
    ],
    [
      'version',
      values.version !== null && first.version !== null && values.version !== first.version,
    ],
  ]
  return differs
    .filter(([, wrong]) => wrong)
    .map(([key]) =>
      problemOf(row, {
        key,
        fault: {
          zh: `与第 ${first.row} 行不一致：风险点编码“${first.code}”相同，这里应相同`,
          en: `differs from row ${first.row}: both are about the risk point “${first.code}”`,
        },
      }),
    )
}

function addSource(
  point: WantedPoint,
  { row, values, source: named, assessment, measures }: ReadRow,
): RowProblem[] {
  if (named === null) {
    return measures.length === 0
      ? []
      : [
          problemOf(row, {
            key: 'description',
            fault: {
              zh: '填了管控措施，却没有危险源',
              en: 'There are measures but no hazard source',
            },
          }),
        ]
  }
  const key = sourceKey(named)
  const { riskCategory, occupationalFactor, direct, assessor, assessedOn, reason } = values
  const source = point.sources.get(key) ?? {
    ...named,
    riskCategory,
    occupationalFactor,
    assessments: [],
    measures: new Map<string, RowMeasure>(),
  }
  point.sources.set(key, source)
  for (const one of measures) source.measures.set(measureKey(one), one)
  if (assessment === null) return []
  const stage = values.stage ?? 'inherent'
  if (source.assessments.some((one) => one.stage === stage)) {
    return [
      problemOf(row, {
        key: 'description',
        fault: {
          zh: `重复：风险点“${point.code}”的同一危险源、因素、事故类型、评价阶段只填一行`,
          en: `Repeated: a source of “${point.code}” with one factor and accident type has one row for each stage`,
        },
      }),
    ]
  }
  source.assessments.push({ ...assessment, stage, direct, assessor, assessedOn, reason })
  return []
}
