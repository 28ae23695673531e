import type { RouteLocationRaw } from 'vue-router'
import type { Message } from './queries.ts'

const text = (value: string | number | undefined): string =>
  value === undefined ? '' : String(value)

/** The words of a message that stand below its kind: number and description of what it is about. */
export function subjectOf({ params }: Pick<Message, 'params'>): string {
  return [
    text(params['code'] ?? params['documentNo']),
    text(params['description'] ?? params['title']),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Who did it and by when. */
export function factsOf({ params }: Pick<Message, 'params'>): {
  by: string
  deadline: string
  reason: string
} {
  return {
    by: text(params['by']),
    deadline: text(params['deadline']),
    reason: text(params['reason'] ?? params['opinion']),
  }
}

/** Where a message leads; null where there is nothing to open. */
export function targetOf({
  enterpriseId,
  subject,
}: Pick<Message, 'enterpriseId' | 'subject'>): RouteLocationRaw | null {
  switch (subject.type) {
    case 'sign-off':
      return { name: 'sign-off', params: { id: subject.id } }
    case 'batch':
      return { name: 'disclosure-batch', params: { id: subject.id } }
    case 'concern':
      return { name: 'concern', params: { id: subject.id } }
    case 'grid':
      return { name: 'patrol' }
    case 'appointment':
      return { name: 'account' }
  }
  if (enterpriseId === null) return null
  if (subject.type === 'hazard') return { name: 'hazard', params: { enterpriseId, id: subject.id } }
  if (subject.type === 'order') return { name: 'order', params: { enterpriseId, id: subject.id } }
  if (subject.type === 'inspection-task')
    return { name: 'inspection-task', params: { enterpriseId, id: subject.id } }
  if (subject.type === 'neighbour-notice')
    return { name: 'notice', params: { enterpriseId, id: subject.id } }
  if (subject.type === 'received-notice')
    return { name: 'received-notice', params: { enterpriseId, id: subject.id } }
  return null
}
