import { useInfiniteQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'
import type { AuditFilters } from './address.ts'

const PAGE = '50'

async function entries(query: Record<string, string>) {
  return parseResponse(api.audit.$get({ query }))
}

export type AuditEntry = Awaited<ReturnType<typeof entries>>['items'][number]

/** The record of acts, newest first, page by page. */
export function useAudit(filters: MaybeRefOrGetter<AuditFilters>) {
  return useInfiniteQuery({
    key: () => ['audit', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      entries({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // The record grows with every act, this reading included: never show an old page as if it were new.
    staleTime: 0,
  })
}
