import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'

async function within(query: Record<string, string>) {
  return parseResponse(api.within.$get({ query }))
}

export type Within = Awaited<ReturnType<typeof within>>

/** What is within, counted and listed; while another area is asked for, the one before stands. */
export function useWithinAnswer(query: MaybeRefOrGetter<Record<string, string> | null>) {
  return useQuery({
    key: () => ['enterprises', 'within', { ...toValue(query) }],
    query: () => within(toValue(query) ?? {}),
    placeholderData: (before: Within | undefined) => before,
    enabled: () => toValue(query) !== null,
  })
}

/** Where the workbook of all that is within is. */
export const workbookAddress = (query: Record<string, string>): string =>
  `/api/within.xlsx?${new URLSearchParams(query).toString()}`
