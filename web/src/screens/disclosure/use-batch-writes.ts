import type { BatchAct } from '@onemap/api/domain/disclosure-batch'
import { useQueryCache } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { ref, toValue, type MaybeRefOrGetter } from 'vue'
import { api, refusalOf } from '../../api.ts'
import { useRefresh, type Batch, type BatchWithSites, type SiteChange } from './queries.ts'

/** What was written with an act; a blank field is left out. */
function said({ opinion, outsideReason }: { opinion: string; outsideReason: string }) {
  return {
    ...(opinion === '' ? {} : { opinion }),
    ...(outsideReason === '' ? {} : { outsideReason }),
  }
}

/** Everything that can be written to one batch, each against the version that was read. */
export function useBatchWrites(batch: MaybeRefOrGetter<BatchWithSites | undefined>) {
  const cache = useQueryCache()
  const refresh = useRefresh()
  /** Somebody else was faster; what stands now is being shown. */
  const conflict = ref(false)

  async function write(work: (id: string, version: number) => Promise<Batch>): Promise<void> {
    const read = toValue(batch)
    if (read === undefined) return
    try {
      const written = await work(read.id, read.version)
      conflict.value = false
      cache.setQueryData(['disclosure', 'batch', read.id], { ...read, ...written })
    } catch (error) {
      conflict.value = refusalOf(error)?.status === 409
      throw error
    } finally {
      await refresh()
    }
  }

  return {
    conflict,
    putSites: (items: SiteChange[]) =>
      write((id, version) =>
        parseResponse(
          api.disclosure.batches[':id'].items.$patch({ param: { id }, json: { version, items } }),
        ),
      ),
    putTexts: (texts: { title: string; note: string }) =>
      write((id, version) =>
        parseResponse(
          api.disclosure.batches[':id'].$patch({ param: { id }, json: { version, ...texts } }),
        ),
      ),
    act: (act: BatchAct, words: { opinion: string; outsideReason: string }) =>
      write((id, version) =>
        parseResponse(
          api.disclosure.batches[':id'].acts.$post({
            param: { id },
            json: { act, version, ...said(words) },
          }),
        ),
      ),
  }
}

export type BatchWrites = ReturnType<typeof useBatchWrites>
