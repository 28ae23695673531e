import { useQuery, useQueryCache } from '@pinia/colada'
import type { InferRequestType } from 'hono/client'
import { parseResponse } from 'hono/client'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../api.ts'

async function batches() {
  return (await parseResponse(api.disclosure.batches.$get())).items
}
async function batch(id: string) {
  return parseResponse(api.disclosure.batches[':id'].$get({ param: { id } }))
}
async function preview(id: string) {
  return parseResponse(api.disclosure.batches[':id'].preview.$get({ param: { id } }))
}
async function candidates() {
  return (await parseResponse(api.disclosure.candidates.$get())).items
}
async function standing() {
  return parseResponse(api.disclosure.window.$get())
}

export type Batch = Awaited<ReturnType<typeof batches>>[number]
export type BatchWithSites = Awaited<ReturnType<typeof batch>>
export type BatchSite = BatchWithSites['items'][number]
export type Overrides = BatchSite['overrides']
export type Preview = Awaited<ReturnType<typeof preview>>
export type RosterRecord = Preview['records'][number]
export type RosterChange = Preview['changes'][number]
export type Problem = Preview['problems'][number]
export type Candidate = Awaited<ReturnType<typeof candidates>>[number]
export type Window = Awaited<ReturnType<typeof standing>>
export type SiteChange = InferRequestType<
  (typeof api.disclosure.batches)[':id']['items']['$patch']
>['json']['items'][number]

/** Every batch, newest first. */
export function useBatches() {
  return useQuery({ key: ['disclosure', 'batches'], query: batches })
}

/** How the month's follow-up stands. */
export function useWindow() {
  return useQuery({ key: ['disclosure', 'window'], query: standing })
}

/** One batch with its sites. */
export function useBatch(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['disclosure', 'batch', toValue(id)],
    query: () => batch(toValue(id)),
  })
}

/** Exactly what will be public, or was. */
export function usePreview(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['disclosure', 'preview', toValue(id)],
    query: () => preview(toValue(id)),
  })
}

/** Every site that could be in a batch. */
export function useCandidates(wanted: MaybeRefOrGetter<boolean>) {
  return useQuery({
    key: ['disclosure', 'candidates'],
    query: candidates,
    enabled: () => toValue(wanted),
  })
}

/** Reads everything of the roster anew. */
export function useRefresh() {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['disclosure'] })
}
