import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'

async function inbox() {
  return parseResponse(api.inbox.$get({ query: { items: '6' } }))
}

export type InboxGroup = Awaited<ReturnType<typeof inbox>>['groups'][number]

/** What waits for the reader. @param wanted whether the screen needs it */
export function useInbox(wanted: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    key: ['workbench', 'inbox'],
    query: inbox,
    enabled: () => toValue(wanted),
  })
}
