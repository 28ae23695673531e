import { useInfiniteQuery, useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'

const PAGE = '50'
const ofEnterprise = api.enterprises[':enterpriseId']['patrol-visits']

async function statistics(query: Record<string, string>) {
  return parseResponse(api.patrols.statistics.$get({ query }))
}
async function visits(query: Record<string, string>) {
  return parseResponse(api['patrol-visits'].$get({ query }))
}
async function visit(enterpriseId: string, id: string) {
  return parseResponse(ofEnterprise[':id'].$get({ param: { enterpriseId, id } }))
}
async function codes(query: Record<string, string>) {
  return parseResponse(api.patrols.codes.$get({ query: { ...query, limit: '200' } }))
}

export type PatrolStatistics = Awaited<ReturnType<typeof statistics>>
export type PatrolFigures = PatrolStatistics['total']
export type PatrolRow = PatrolStatistics['rows'][number]
export type VisitItem = Awaited<ReturnType<typeof visits>>['items'][number]
export type Visit = Awaited<ReturnType<typeof visit>>
export type PatrolCode = Awaited<ReturnType<typeof codes>>['items'][number]

/** Counts and rates of a period; while others are fetched the ones before stand. */
export function usePatrolStatistics(
  query: MaybeRefOrGetter<Record<string, string>>,
  enabled: () => boolean = () => true,
) {
  return useQuery({
    key: () => ['patrols', 'statistics', { ...toValue(query) }],
    query: () => statistics(toValue(query)),
    placeholderData: (before: PatrolStatistics | undefined) => before,
    enabled,
  })
}

/** Objects whose patrol was missed, the longest first; a page of them. */
export function useMissed(gridId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['patrols', 'missed', toValue(gridId)],
    query: () =>
      parseResponse(
        api.patrols.$get({ query: { gridId: toValue(gridId), state: 'overdue', limit: '10' } }),
      ),
    enabled: () => toValue(gridId) !== '',
  })
}

/** Visits, the latest first, page by page. */
export function useVisits(filters: MaybeRefOrGetter<Record<string, string>>) {
  return useInfiniteQuery({
    key: () => ['patrols', 'visits', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      visits({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** One visit with all that it found. */
export function useVisit(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['patrols', toValue(enterpriseId), toValue(id)],
    query: () => visit(toValue(enterpriseId), toValue(id)),
  })
}

/** All codes of a choice of objects: every page, since a sheet is printed whole. Each time is on record. */
export function useCodes(query: MaybeRefOrGetter<Record<string, string> | null>) {
  return useQuery({
    key: () => ['patrols', 'codes', { ...toValue(query) }],
    query: async () => {
      const found: PatrolCode[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: Awaited<ReturnType<typeof codes>> = await codes({
          ...toValue(query),
          ...(cursor === '' ? {} : { cursor }),
        })
        found.push(...page.items)
        cursor = page.nextCursor
      }
      return found
    },
    enabled: () => toValue(query) !== null,
    staleTime: 600_000,
    refetchOnWindowFocus: false,
  })
}
