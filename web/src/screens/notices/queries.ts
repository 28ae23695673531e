import { useInfiniteQuery, useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'
import type { NoticeFilters, ReceivedFilters } from './address.ts'

const PAGE = '50'

async function notices(query: Record<string, string>) {
  return parseResponse(api['neighbour-notices'].$get({ query }))
}

async function received(query: Record<string, string>) {
  return parseResponse(api['received-notices'].$get({ query }))
}

async function notice(enterpriseId: string, id: string) {
  return parseResponse(
    api.enterprises[':enterpriseId']['neighbour-notices'][':id'].$get({
      param: { enterpriseId, id },
    }),
  )
}

async function receivedOne(enterpriseId: string, id: string) {
  return parseResponse(
    api.enterprises[':enterpriseId']['received-notices'][':id'].$get({
      param: { enterpriseId, id },
    }),
  )
}

async function lines(query: Record<string, string>) {
  return parseResponse(api['neighbour-notices'].lines.$get({ query }))
}

async function obligations(id: string) {
  return (await parseResponse(api.enterprises[':id']['must-tell'].$get({ param: { id } }))).items
}

async function obligationsToMe(id: string) {
  return (await parseResponse(api.enterprises[':id']['must-tell-me'].$get({ param: { id } }))).items
}

export type NoticeItem = Awaited<ReturnType<typeof notices>>['items'][number]
export type Notice = Awaited<ReturnType<typeof notice>>
export type NoticeRecipient = Notice['recipients'][number]
export type NoticeContent = Notice['content']
export type ReceivedItem = Awaited<ReturnType<typeof received>>['items'][number]
export type Received = Awaited<ReturnType<typeof receivedOne>>
export type MustTell = Awaited<ReturnType<typeof obligations>>[number]
export type MustTellMe = Awaited<ReturnType<typeof obligationsToMe>>[number]

/** Notices by filters, newest first, page by page. */
export function useNotices(filters: MaybeRefOrGetter<NoticeFilters>) {
  return useInfiniteQuery({
    key: () => ['notices', 'list', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      notices({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** Copies in the hands of those who were told, by filters, newest first, page by page. */
export function useReceivedNotices(filters: MaybeRefOrGetter<ReceivedFilters>) {
  return useInfiniteQuery({
    key: () => ['notices', 'received', { ...toValue(filters) }],
    initialPageParam: '',
    query: ({ pageParam }) =>
      received({
        ...toValue(filters),
        limit: PAGE,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** One notice word by word, whom it is for, and what the reader may do. */
export function useNotice(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['notices', toValue(enterpriseId), toValue(id)],
    query: () => notice(toValue(enterpriseId), toValue(id)),
  })
}

/** One received copy word by word. */
export function useReceivedNotice(
  enterpriseId: MaybeRefOrGetter<string>,
  id: MaybeRefOrGetter<string>,
) {
  return useQuery({
    key: () => ['notices', 'received', toValue(enterpriseId), toValue(id)],
    query: () => receivedOne(toValue(enterpriseId), toValue(id)),
  })
}

/** Notices in force with everybody told: what figures and maps are made of. */
export function useNoticeLines(
  filters: MaybeRefOrGetter<NoticeFilters>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    key: () => ['notices', 'lines', { ...toValue(filters) }],
    query: () => lines({ ...toValue(filters) }),
    enabled: () => toValue(enabled),
  })
}

/** Whom an enterprise has to tell of which of its points, and who was told. */
export function useMustTell(
  id: MaybeRefOrGetter<string>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    key: () => ['notices', 'must-tell', toValue(id)],
    query: () => obligations(toValue(id)),
    enabled: () => toValue(enabled) && toValue(id) !== '',
  })
}

/** Who has to tell an enterprise of what, and what was told. */
export function useMustTellMe(
  id: MaybeRefOrGetter<string>,
  enabled: MaybeRefOrGetter<boolean> = true,
) {
  return useQuery({
    key: () => ['notices', 'must-tell-me', toValue(id)],
    query: () => obligationsToMe(toValue(id)),
    enabled: () => toValue(enabled) && toValue(id) !== '',
  })
}

/** What waits for an enterprise: drafts to approve, and receipts to sign. */
export function useNoticesWaiting(enterpriseId: () => string) {
  const drafts = useQuery({
    key: () => ['notices', 'drafts', enterpriseId()],
    query: async () =>
      (await notices({ enterpriseId: enterpriseId(), status: 'draft', limit: '200' })).items.length,
    enabled: () => enterpriseId() !== '',
  })
  const unsigned = useQuery({
    key: () => ['notices', 'unsigned', enterpriseId()],
    query: async () =>
      (
        await received({
          enterpriseId: enterpriseId(),
          status: 'current',
          signed: 'false',
          limit: '200',
        })
      ).items,
    enabled: () => enterpriseId() !== '',
  })
  return { drafts: drafts.data, unsigned: unsigned.data }
}

/** Enterprises of a name near one: whom else a notice could be for. */
export function useRecipientCandidates(
  id: MaybeRefOrGetter<string>,
  text: MaybeRefOrGetter<string>,
) {
  return useQuery({
    key: () => ['enterprises', toValue(id), 'recipient-candidates', toValue(text)],
    query: async () =>
      (
        await parseResponse(
          api.enterprises[':id']['recipient-candidates'].$get({
            param: { id: toValue(id) },
            query: { q: toValue(text) },
          }),
        )
      ).items,
    enabled: () => toValue(text) !== '',
  })
}
