import { INSPECTION_FREQUENCY_CODES } from '@onemap/api/domain/inspection-frequency'
import { INSPECTION_KIND_CODES } from '@onemap/api/domain/inspection-kind'
import { todayInChina } from '@onemap/api/domain/overdue'
import type { Plan } from '../queries.ts'

/** A plan as it is being typed. */
export const emptyPlan = () => ({
  standardId: '',
  name: '',
  kind: 'daily',
  frequency: 'daily',
  from: todayInChina(new Date()),
  to: '',
  department: '',
  assignee: '',
})
export type PlanDraft = ReturnType<typeof emptyPlan>

/** A plan that is there already, to be typed over. */
export function draftOf({
  standardId,
  name,
  kind,
  frequency,
  from,
  to,
  department,
  assignee,
}: Plan): PlanDraft {
  return { standardId, name, kind, frequency, from, to: to ?? '', department, assignee }
}

/** What is sent. Somebody typed by name has an account only where the list of people says so. */
export function planOf(
  draft: PlanDraft,
  people: readonly { readonly id: string | null; readonly name: string }[],
) {
  const assignee = draft.assignee.trim()
  return {
    standardId: draft.standardId,
    name: draft.name.trim(),
    kind: INSPECTION_KIND_CODES.find((code) => code === draft.kind) ?? 'daily',
    frequency: INSPECTION_FREQUENCY_CODES.find((code) => code === draft.frequency) ?? 'daily',
    from: draft.from,
    to: draft.to === '' ? null : draft.to,
    department: draft.department.trim(),
    assignee,
    assigneeId: people.find(({ name }) => name === assignee)?.id ?? null,
  }
}
