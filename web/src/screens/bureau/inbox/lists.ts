import type { INBOX_GROUPS } from '@onemap/api/domain/inbox'
import type { RouteLocationRaw } from 'vue-router'
import type { InboxGroup } from './queries.ts'

type Kind = keyof typeof INBOX_GROUPS
type Waiting = (typeof INBOX_GROUPS)[Kind]['of']

/** The list that shows everything of a kind. */
export const LISTS: Readonly<Record<Waiting, string>> = {
  hazard: 'hazards',
  order: 'orders',
  'sign-off': 'sign-offs',
  batch: 'disclosure',
  concern: 'concerns',
  'inspection-task': 'inspections',
  'neighbour-notice': 'notices',
  'received-notice': 'received-notices',
  patrol: 'patrol',
}

/** Where one of them is opened and settled. */
export function matterTarget({
  subject,
  id,
  enterpriseId,
}: Pick<InboxGroup['matters'][number], 'subject' | 'id' | 'enterpriseId'>): RouteLocationRaw {
  const SCREENS = {
    'sign-off': 'sign-off',
    batch: 'disclosure-batch',
    concern: 'concern',
    'inspection-task': 'inspection-task',
    'neighbour-notice': 'notice',
    'received-notice': 'received-notice',
    patrol: 'patrol-at',
  } as const
  if (subject === 'patrol') return { name: SCREENS.patrol, params: { enterpriseId: id } }
  return {
    name: SCREENS[subject],
    params: enterpriseId === null || subject === 'sign-off' ? { id } : { enterpriseId, id },
  }
}
