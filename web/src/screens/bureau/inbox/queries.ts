import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { api } from '../../../api.ts'

async function inbox() {
  return parseResponse(api.inbox.$get({ query: { items: '6' } }))
}

export type InboxGroup = Awaited<ReturnType<typeof inbox>>['groups'][number]

/** What waits for the reader. */
export function useInbox() {
  return useQuery({ key: ['workbench', 'inbox'], query: inbox })
}
