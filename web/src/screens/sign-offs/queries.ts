import { useQuery, useQueryCache } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'

async function signOffs(query: Record<string, string>) {
  return parseResponse(api['sign-offs'].$get({ query }))
}

export type SignOff = Awaited<ReturnType<typeof signOffs>>['items'][number]

/** What awaits a decision; the reader's office's, or all for a leader. */
export function usePendingSignOffs() {
  return useQuery({
    key: ['sign-offs', 'pending'],
    query: async () => (await signOffs({ state: 'pending', limit: '200' })).items,
  })
}

/** What was decided last. */
export function useDecidedSignOffs(shown: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: ['sign-offs', 'decided'],
    query: async () =>
      (await signOffs({ limit: '100' })).items.filter(({ state }) => state !== 'pending'),
    enabled: () => toValue(shown),
  })
}

export function useSignOff(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['sign-offs', toValue(id)],
    query: () => parseResponse(api['sign-offs'][':id'].$get({ param: { id: toValue(id) } })),
  })
}

/** Approves, refuses or takes back; whatever comes of it, the lists are read anew, which takes the decided one away. */
export function useSettle() {
  const cache = useQueryCache()
  return async (
    id: string,
    decision: 'approved' | 'refused' | 'withdrawn',
    word: string,
  ): Promise<SignOff> => {
    try {
      return decision === 'withdrawn'
        ? await parseResponse(api['sign-offs'][':id'].withdrawal.$post({ param: { id } }))
        : await parseResponse(
            api['sign-offs'][':id'].decisions.$post({
              param: { id },
              json: { decision, ...(word.trim() === '' ? {} : { word: word.trim() }) },
            }),
          )
    } finally {
      for (const topic of ['sign-offs', 'hazards', 'workbench'])
        void cache.invalidateQueries({ key: [topic] })
    }
  }
}
