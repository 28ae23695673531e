import { defineStore } from 'pinia'
import { computed, shallowReactive, watch, type WritableComputedRef } from 'vue'
import * as z from 'zod/mini'
import type { Evidence } from '../../evidence/requests.ts'
import { EvidenceRecord } from '../../evidence/upload.ts'
import { useDrafts, type Keeping } from '../../session/drafts.ts'
import { useSession } from '../../session/session.ts'

const Kept = z.array(EvidenceRecord)

/** What was handed in for forms that are not sent yet. It belongs to who handed it in. */
const useKept = defineStore('kept-evidence', () => {
  const session = useSession()
  const lists = shallowReactive(new Map<string, readonly Evidence[]>())
  let lastId = session.me?.id
  watch(
    () => session.me?.id,
    (id) => {
      if (id === undefined) return
      if (lastId !== undefined && lastId !== id) lists.clear()
      lastId = id
    },
  )
  const drafts = useDrafts()
  const inTab = (key: string): string => `evidence ${key}`

  return {
    listOf(key: string, tab: boolean): readonly Evidence[] {
      const list = lists.get(key)
      if (list !== undefined || !tab) return list ?? []
      const kept = Kept.safeParse(drafts.tab().read(inTab(key)))
      return kept.success ? kept.data : []
    },
    keep(key: string, list: readonly Evidence[], tab: boolean): void {
      lists.set(key, list)
      if (tab) drafts.tab().write(inTab(key), list.length === 0 ? null : list)
    },
    settle: (key: string): void => drafts.tab().write(inTab(key), null),
  }
})

interface KeptEvidence {
  readonly files: WritableComputedRef<Evidence[]>
  readonly forgetFiles: () => void
  /** It is on record: the page keeps it, the tab no longer does. */
  readonly settleFiles: () => void
}

/**
 * Evidence of a form that outlives the form.
 * @param key names the form and the question
 */
export function useKeptEvidence(key: string, { inTab = false }: Keeping = {}): KeptEvidence {
  const { listOf, keep, settle } = useKept()
  return {
    files: computed({
      get: () => [...listOf(key, inTab)],
      set: (next) => keep(key, next, inTab),
    }),
    forgetFiles: () => keep(key, [], inTab),
    settleFiles: () => settle(key),
  }
}
