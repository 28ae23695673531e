import { useInfiniteQuery, useMutation, useQuery, useQueryCache } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'
import { useSession } from '../../session/session.ts'

const PAGE = '30'

async function messages(query: Record<string, string>) {
  return parseResponse(api.messages.$get({ query }))
}

export type Message = Awaited<ReturnType<typeof messages>>['items'][number]

/** What the reader was told, newest first, page by page. */
export function useMessages(unreadOnly: MaybeRefOrGetter<boolean>) {
  return useInfiniteQuery({
    key: () => ['messages', 'list', toValue(unreadOnly)],
    initialPageParam: '',
    query: ({ pageParam }) =>
      messages({
        limit: PAGE,
        ...(toValue(unreadOnly) ? { unread: 'true' } : {}),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** How many messages nobody of the reader's has read. Only for who gets any. */
export function useUnread() {
  const session = useSession()
  return useQuery({
    key: ['messages', 'unread'],
    query: async () => (await messages({ limit: '1', unread: 'true' })).unread,
    enabled: () =>
      ['leader', 'bureau', 'grid', 'enterprise'].includes(session.me?.role ?? '') &&
      session.me?.mustChangePassword === false,
  })
}

/** Marks one message, or all without an id, as read. */
export function useMarkRead() {
  const cache = useQueryCache()
  return useMutation({
    mutation: async (id: string | null) => {
      await (id === null
        ? parseResponse(api.messages['read-all'].$post())
        : parseResponse(api.messages[':id'].read.$post({ param: { id } })))
    },
    onSettled: () => cache.invalidateQueries({ key: ['messages'] }),
  })
}
