import { useInfiniteQuery, useQuery } from '@pinia/colada'
import type { ConcernStatus } from '@onemap/api/domain/public-concern'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'

const PAGE = '50'

async function concerns(query: Record<string, string>) {
  return parseResponse(api.concerns.$get({ query }))
}
async function concern(id: string) {
  return parseResponse(api.concerns[':id'].$get({ param: { id } }))
}

export type Concern = Awaited<ReturnType<typeof concern>>

/** Concerns of one status, or all, in the order they came. */
export function useConcerns(status: MaybeRefOrGetter<ConcernStatus | null>) {
  return useInfiniteQuery({
    key: () => ['concerns', 'list', toValue(status) ?? ''],
    initialPageParam: '',
    query: ({ pageParam }) => {
      const wanted = toValue(status)
      return concerns({
        limit: PAGE,
        ...(wanted === null ? {} : { status: wanted }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      })
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** One concern. */
export function useConcern(id: MaybeRefOrGetter<string>) {
  return useQuery({ key: () => ['concerns', toValue(id)], query: () => concern(toValue(id)) })
}

/** Where its photograph is. */
export function photoAddress(id: string): string {
  return `/api/concerns/${id}/photo`
}
