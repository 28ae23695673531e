import type { HazardEvent } from '@onemap/api/domain/hazard-event'
import type { Hazard } from '../queries.ts'
import type { ActDraft } from './act-draft.ts'

/** What an act's form holds before anything is typed: the usual answer. */
const DEFAULTS: Readonly<Partial<Record<HazardEvent, (hazard: Hazard) => Partial<ActDraft>>>> = {
  grade: ({ suggestedGrade, criteria }) => ({
    grade: suggestedGrade ?? 'general',
    criteria: criteria ?? '',
  }),
  notify: ({ defaultDeadline, rectifier }) => ({
    deadline: defaultDeadline,
    responsibleId: rectifier?.id ?? '',
    responsibleName: rectifier?.id == null ? (rectifier?.name ?? '') : '',
  }),
  sign: ({ deadline, grade }) => (grade === 'major' ? { timeLimit: deadline ?? '' } : {}),
  'approve-extension': ({ extensionDeadline }) => ({ deadline: extensionDeadline ?? '' }),
  'list-supervision': ({ deadline, defaultDeadline }) => ({
    level: 'county',
    deadline: deadline !== null && deadline > defaultDeadline ? deadline : defaultDeadline,
  }),
}

export function defaultsOf(type: HazardEvent, hazard: Hazard): Partial<ActDraft> {
  return DEFAULTS[type]?.(hazard) ?? {}
}
