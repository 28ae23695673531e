import { useInfiniteQuery, useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'
import type { PeopleFilters } from './address.ts'

const PAGE = '50'

async function people(query: Record<string, string>) {
  return parseResponse(api.people.$get({ query }))
}

export type Person = Awaited<ReturnType<typeof people>>['items'][number]
export type Appointment = Person['appointments'][number]

/** People by filters, page by page. */
export function usePeople(filters: MaybeRefOrGetter<PeopleFilters>) {
  return useInfiniteQuery({
    key: () => ['people', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      people({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** One person with every appointment. */
export function usePerson(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['people', toValue(id)],
    query: () => parseResponse(api.people[':id'].$get({ param: { id: toValue(id) } })),
  })
}

/** Where somebody is signed in. */
export function useSessionsOf(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['people', toValue(id), 'sessions'],
    query: () => parseResponse(api.people[':id'].sessions.$get({ param: { id: toValue(id) } })),
  })
}

/** The district's offices. */
export function useOffices() {
  return useQuery({ key: ['offices'], query: () => parseResponse(api.offices.$get()) })
}

/** The district's grids without their shapes, and by town. */
export function useGrids() {
  const query = useQuery({
    key: ['grids'],
    query: async () =>
      (await parseResponse(api.grids.$get())).features.map(({ properties }) => properties),
  })
  const towns = computed(() => {
    const grids = query.data.value ?? []
    return [...new Set(grids.map(({ townName }) => townName))].map((town) => ({
      town,
      own: grids.filter(({ townName }) => townName === town),
    }))
  })
  return { ...query, towns }
}

/** Everybody of a role who holds or held an appointment, at most 200: for lists by office or grid. */
export function useColleagues(role: 'bureau' | 'grid') {
  return useQuery({
    key: ['people', 'of', role],
    query: async () => (await people({ role, limit: '200' })).items,
  })
}
