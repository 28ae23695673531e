import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { api } from '../../../api.ts'

/** What lists are narrowed by; what is absent narrows nothing. */
type Query = Readonly<Record<string, string>>

/** Prejudgements, the latest period first: those of the city, of industries, and of enterprises that the reader may see. */
export function usePrejudgements(query: () => Query) {
  return useQuery({
    key: () => ['prejudgements', { ...query() }],
    query: () => parseResponse(api.prejudgements.$get({ query: { ...query(), limit: '50' } })),
    placeholderData: (previous) => previous,
  })
}

export function usePrejudgement(id: () => string) {
  return useQuery({
    key: () => ['prejudgements', id()],
    query: () => parseResponse(api.prejudgements[':id'].$get({ param: { id: id() } })),
    enabled: () => id() !== '',
  })
}
export type Prejudgement = NonNullable<ReturnType<typeof usePrejudgement>['data']['value']>

/** Accident cases, the latest first. */
export function useAccidentCases(query: () => Query) {
  return useQuery({
    key: () => ['accident-cases', { ...query() }],
    query: () => parseResponse(api['accident-cases'].$get({ query: { ...query(), limit: '100' } })),
    placeholderData: (previous) => previous,
  })
}

export function useAccidentCase(id: () => string) {
  return useQuery({
    key: () => ['accident-cases', id()],
    query: () => parseResponse(api['accident-cases'][':id'].$get({ param: { id: id() } })),
    enabled: () => id() !== '',
  })
}
export type AccidentCase = NonNullable<ReturnType<typeof useAccidentCase>['data']['value']>
