import type { PlacePoint } from '../../map/ring.ts'
import { useInfiniteQuery, useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'
import type { HazardFilters } from './list/address.ts'

const PAGE = '50'

async function hazards(query: Record<string, string>) {
  return parseResponse(api.hazards.$get({ query }))
}

async function hazard(enterpriseId: string, id: string) {
  return parseResponse(
    api.enterprises[':enterpriseId'].hazards[':id'].$get({ param: { enterpriseId, id } }),
  )
}

export type HazardItem = Awaited<ReturnType<typeof hazards>>['items'][number]
export type Hazard = Awaited<ReturnType<typeof hazard>>
export type HazardStep = Hazard['events'][number]

/** Hazards by filters, newest first, page by page. */
export function useHazards(filters: MaybeRefOrGetter<HazardFilters>) {
  return useInfiniteQuery({
    key: () => ['hazards', 'list', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      hazards({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** One hazard with every step of its closed loop and what the reader may do now. */
export function useHazard(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['hazards', toValue(enterpriseId), toValue(id)],
    query: () => hazard(toValue(enterpriseId), toValue(id)),
    enabled: () => toValue(enterpriseId) !== '' && toValue(id) !== '',
  })
}

/** Who takes which official act, and who approves it, by the rules of today. */
export function useApprovalRules() {
  return useQuery({
    key: ['approval-rules'],
    query: () => parseResponse(api['approval-rules'].$get()),
    staleTime: 3_600_000,
  })
}

/** How many hazards of each kind the reader's scope holds. */
export function useHazardCounts() {
  return useQuery({
    key: ['hazards', 'counts'],
    query: async () => (await parseResponse(api.summary.$get({ query: {} }))).hazards,
  })
}

/** Towns by name, for the choice of one. */
export function useTowns() {
  return useQuery({
    key: ['areas', 'towns'],
    query: async () =>
      (await parseResponse(api.areas.$get())).items
        .filter(({ level }) => level === 'town')
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    staleTime: 3_600_000,
  })
}

/** One enterprise by id: its name, place and office. */
export function useEnterpriseOf(id: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['enterprises', toValue(id) ?? ''],
    query: () => parseResponse(api.enterprises[':id'].$get({ param: { id: toValue(id) ?? '' } })),
    enabled: () => (toValue(id) ?? '') !== '',
  })
}

/** Its risk points by name and place. */
export function useRiskPointsOf(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['risk-points', toValue(id), 'places'],
    query: async () =>
      (
        await parseResponse(
          api.enterprises[':id']['risk-points'].$get({ param: { id: toValue(id) }, query: {} }),
        )
      ).items,
    enabled: () => toValue(id) !== '',
  })
}

/** Hazards like one: near the place, or in similar words. */
export function useSimilarHazards(
  to: MaybeRefOrGetter<{
    enterpriseId: string
    location: PlacePoint
    text: string
    excludeId?: string
  } | null>,
) {
  return useQuery({
    key: () => ['hazards', 'similar', JSON.stringify(toValue(to))],
    query: async () => {
      const like = toValue(to)
      if (like === null) return []
      const {
        location: {
          coordinates: [lon = 0, lat = 0],
        },
        ...rest
      } = like
      return (
        await parseResponse(
          api.hazards.similar.$get({
            query: { ...rest, location: `${lon.toFixed(6)},${lat.toFixed(6)}` },
          }),
        )
      ).items
    },
    enabled: () => toValue(to) !== null,
  })
}

/** Who can be made responsible at an enterprise. */
export function usePeopleOf(enterpriseId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['enterprises', toValue(enterpriseId), 'people'],
    query: async () =>
      (
        await parseResponse(
          api.enterprises[':id'].people.$get({ param: { id: toValue(enterpriseId) } }),
        )
      ).items,
  })
}
