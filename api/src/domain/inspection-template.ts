import type { Label } from './dictionary.ts'
import type { HazardGrade } from './hazard.ts'
import type { InspectionFrequency } from './inspection-frequency.ts'
import type { CheckSubject, InspectionKind } from './inspection-kind.ts'

/** An item of a template. Its text becomes part of the enterprise's own checklist, which is a Chinese document. */
export interface TemplateItem {
  readonly subject: CheckSubject
  readonly subjectName: string
  readonly content: string
  /** When it counts as 合格. */
  readonly requirement: string
  readonly basis: string
  readonly suggestedGrade: HazardGrade
}

/** A checklist to begin from. */
export interface InspectionTemplate {
  readonly key: string
  readonly kind: InspectionKind
  readonly name: Label
  readonly frequency: InspectionFrequency
  readonly items: readonly TemplateItem[]
}

type Row = readonly [subjectName: string, content: string, requirement: string, basis?: string]

const of =
  (subject: CheckSubject, grade: HazardGrade) =>
  ([subjectName, content, requirement, basis = '']: Row): TemplateItem => ({
    subject,
    subjectName,
    content,
    requirement,
    basis,
    suggestedGrade: grade,
  })

/** Items by what they look at; a failure of those under `major` is on the list of 重大事故隐患. */
export function templateItems(
  rows: Partial<
    Readonly<Record<Exclude<CheckSubject, 'risk-point' | 'measure'> | 'major', readonly Row[]>>
  >,
): TemplateItem[] {
  return [
    ...(rows.equipment ?? []).map(of('equipment', 'general')),
    ...(rows.post ?? []).map(of('post', 'general')),
    ...(rows.department ?? []).map(of('department', 'general')),
    ...(rows.major ?? []).map(of('department', 'major')),
  ]
}
