import { randomUUID } from 'node:crypto'
import { maskPhone } from '../domain/mask-mobile.ts'
import { grade } from './assessments/grade.ts'
import type { NewMeasure, NewResponsibility, NewSource } from './inputs.ts'
import { RiskFieldError, under } from './refusals.ts'
import {
  addAssessments,
  addMeasures,
  addResponsibilities,
  addSources,
  type AssessmentToWrite,
  type MeasureToWrite,
  type ResponsibilityToWrite,
  type SourceToWrite,
} from './rows.ts'
import type { Work } from './work.ts'

/** A measure as it goes in. @throws RiskFieldError where it was verified in the future */
export function measureRow(
  at: Work,
  hazardSourceId: string,
  { id = randomUUID(), ...measure }: NewMeasure,
): MeasureToWrite {
  requirePast(at, 'verifiedOn', measure.verifiedOn)
  return { ...measure, id, hazardSourceId }
}

/** @throws RiskFieldError */
export function requirePast({ today }: Work, field: string, day: string | null | undefined): void {
  if (typeof day === 'string' && day > today) {
    throw new RiskFieldError([
      { field, text: { zh: '日期不能晚于今天', en: 'Not in the future' }, expected: `≤ ${today}` },
    ])
  }
}

/** Who answers for a point, mobile sealed. */
function responsibilityRow(
  at: Work,
  riskPointId: string,
  { id = randomUUID(), mobile, ...sent }: NewResponsibility,
): ResponsibilityToWrite {
  return { ...sent, id, riskPointId, ...sealedMobile(at, mobile) }
}

/** A mobile as it is stored: sealed, and masked for lists. */
export function sealedMobile(
  at: Work,
  mobile: string | null,
): { sealed: string | null; masked: string | null } {
  return mobile === null
    ? { sealed: null, masked: null }
    : { sealed: at.seal(mobile), masked: maskPhone(mobile) }
}

/** Writes sources with their assessments and measures. @param path where they stand in the message, for refusals */
export async function writeSources(
  at: Work,
  riskPointId: string,
  sent: readonly NewSource[],
  path: string,
): Promise<void> {
  const sources: SourceToWrite[] = []
  const assessments: AssessmentToWrite[] = []
  const measures: MeasureToWrite[] = []
  for (const [
    index,
    { id = randomUUID(), assessments: graded, measures: controlled, ...source },
  ] of sent.entries()) {
    const here = path === '' ? '' : `${path}.${index}.`
    sources.push({ ...source, id, riskPointId })
    graded.forEach((one, n) =>
      assessments.push({
        ...under(`${here}assessments.${n}`, () => grade(one, at)),
        id: one.id ?? randomUUID(),
        hazardSourceId: id,
      }),
    )
    controlled.forEach((one, n) =>
      measures.push(under(`${here}measures.${n}`, () => measureRow(at, id, one))),
    )
  }
  await addSources(at.tx, at.enterpriseId, sources)
  await addAssessments(at.tx, at.enterpriseId, assessments)
  await addMeasures(at.tx, at.enterpriseId, measures)
}

/** Writes who answers for a point. */
export function writeResponsibilities(
  at: Work,
  riskPointId: string,
  sent: readonly NewResponsibility[],
): Promise<void> {
  return addResponsibilities(
    at.tx,
    at.enterpriseId,
    sent.map((one) => responsibilityRow(at, riskPointId, one)),
  )
}
