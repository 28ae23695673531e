import { useInfiniteQuery, useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'
import type { OrderFilters } from './address.ts'

const PAGE = '50'

async function orders(query: Record<string, string>) {
  return parseResponse(api['supervision-orders'].$get({ query }))
}

async function order(enterpriseId: string, id: string) {
  return parseResponse(
    api.enterprises[':enterpriseId']['supervision-orders'][':id'].$get({
      param: { enterpriseId, id },
    }),
  )
}

export type OrderItem = Awaited<ReturnType<typeof orders>>['items'][number]
export type Order = Awaited<ReturnType<typeof order>>
export type OrderStep = Order['events'][number]

/** Supervision orders by filters, newest first, page by page. */
export function useOrders(filters: MaybeRefOrGetter<OrderFilters>) {
  return useInfiniteQuery({
    key: () => ['orders', 'list', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      orders({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** One order with its history and what the reader may do. */
export function useOrder(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['orders', toValue(enterpriseId), toValue(id)],
    query: () => order(toValue(enterpriseId), toValue(id)),
  })
}
