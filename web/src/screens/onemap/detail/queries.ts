import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'

/** One enterprise with its counts. */
export function useEnterprise(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['enterprises', toValue(id)],
    query: () => parseResponse(api.enterprises[':id'].$get({ param: { id: toValue(id) } })),
  })
}

/** Its risk points with sources, assessments, measures and responsibilities. */
export function useRiskPoints(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['risk-points', toValue(id), 'drawer'],
    query: () =>
      parseResponse(
        api.enterprises[':id']['risk-points'].$get({ param: { id: toValue(id) }, query: {} }),
      ),
  })
}

/** Its hazards, newest first. */
export function useHazards(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['hazards', toValue(id), 'drawer'],
    query: () =>
      parseResponse(api.hazards.$get({ query: { enterpriseId: toValue(id), limit: '200' } })),
  })
}

/** One hazard with every step of its closed loop. */
export function useHazard(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['hazards', toValue(enterpriseId), toValue(id)],
    query: () =>
      parseResponse(
        api.enterprises[':enterpriseId'].hazards[':id'].$get({
          param: { enterpriseId: toValue(enterpriseId), id: toValue(id) },
        }),
      ),
  })
}

/** Enterprises within a radius in metres, nearest first. */
export function useNeighbours(id: MaybeRefOrGetter<string>, radius: MaybeRefOrGetter<number>) {
  return useQuery({
    key: () => ['enterprises', toValue(id), 'neighbours', toValue(radius)],
    query: () =>
      parseResponse(
        api.enterprises[':id'].neighbours.$get({
          param: { id: toValue(id) },
          query: { radius: String(toValue(radius)) },
        }),
      ),
    placeholderData: (previous) => previous,
  })
}
