import { INSPECTION_KIND_CODES } from '@onemap/api/domain/inspection-kind'
import type { LocationQuery } from 'vue-router'

export const TASK_VIEWS = ['open', 'overdue', 'done', 'missed'] as const
type TaskView = (typeof TASK_VIEWS)[number]

/** What the list of tasks is narrowed by, as it stands in the address; what is absent narrows nothing. */
export interface TaskFilters {
  readonly view: TaskView
  readonly kind?: string
  readonly enterpriseId?: string
  readonly assigneeId?: string
  readonly q?: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const UNDERSTOOD: Readonly<Record<Exclude<keyof TaskFilters, 'view'>, (text: string) => boolean>> =
  {
    kind: (text) => INSPECTION_KIND_CODES.some((code) => code === text),
    enterpriseId: (text) => UUID.test(text),
    assigneeId: (text) => UUID.test(text),
    q: () => true,
  }
const FACETS = [
  'kind',
  'enterpriseId',
  'assigneeId',
  'q',
] as const satisfies readonly (keyof TaskFilters)[]

/** Reads the filters from an address; what is not known is dropped. */
export function readTaskFilters(query: LocationQuery): TaskFilters {
  const facets = Object.fromEntries(
    FACETS.flatMap((facet) => {
      const value = query[facet]
      const text = typeof value === 'string' ? value.trim() : ''
      return text !== '' && UNDERSTOOD[facet](text) ? [[facet, text]] : []
    }),
  )
  return { ...facets, view: TASK_VIEWS.find((view) => view === query['view']) ?? 'open' }
}
