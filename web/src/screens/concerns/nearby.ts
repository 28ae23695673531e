import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'
import type { PlacePoint } from '../../map/ring.ts'
import { boxAround } from '../hazards/report/nearby.ts'

const AROUND_METRES = 2000

/** Registered enterprises within two kilometres of a place. */
export function useEnterprisesNear(place: MaybeRefOrGetter<PlacePoint | null>) {
  return useQuery({
    key: () => {
      const at = toValue(place)
      return ['enterprises', 'near', at === null ? '' : boxAround(at, AROUND_METRES)]
    },
    query: async () => {
      const at = toValue(place)
      return at === null
        ? []
        : (
            await parseResponse(
              api.enterprises.$get({ query: { bbox: boxAround(at, AROUND_METRES), limit: '200' } }),
            )
          ).items
    },
    enabled: () => toValue(place) !== null,
  })
}

/** The enterprise of exactly this name in the reader's scope; null where there is none. */
export function useEnterpriseNamed(name: MaybeRefOrGetter<string | null>) {
  return useQuery({
    key: () => ['enterprises', 'of-name', toValue(name) ?? ''],
    query: async () => {
      const wanted = toValue(name) ?? ''
      return (
        (
          await parseResponse(api.enterprises.$get({ query: { q: wanted, limit: '8' } }))
        ).items.find((one) => one.name === wanted) ?? null
      )
    },
    enabled: () => toValue(name) !== null,
  })
}
