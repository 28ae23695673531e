import { useMutation, useQuery, useQueryCache } from '@pinia/colada'
import type { InferRequestType } from 'hono/client'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'

type Kept = InferRequestType<(typeof api)['saved-views']['$post']>['json']
export type ViewScreen = Kept['screen']

async function views(screen: ViewScreen) {
  return (await parseResponse(api['saved-views'].$get({ query: { screen } }))).items
}

export type SavedView = Awaited<ReturnType<typeof views>>[number]

/** The reader's own views of a screen. */
export function useSavedViews(screen: MaybeRefOrGetter<ViewScreen>) {
  const cache = useQueryCache()
  const refresh = () => cache.invalidateQueries({ key: ['saved-views'] })
  return {
    views: useQuery({
      key: () => ['saved-views', toValue(screen)],
      query: () => views(toValue(screen)),
    }),
    keep: async (view: Omit<Kept, 'screen'>): Promise<void> => {
      await parseResponse(api['saved-views'].$post({ json: { ...view, screen: toValue(screen) } }))
      await refresh()
    },
    remove: useMutation({
      mutation: async (id: string) => {
        await parseResponse(api['saved-views'][':id'].$delete({ param: { id } }))
      },
      onSettled: refresh,
    }).mutateAsync,
  }
}
