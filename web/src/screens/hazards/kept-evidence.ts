import { defineStore } from 'pinia'
import { computed, shallowReactive, watch, type WritableComputedRef } from 'vue'
import type { Evidence } from '../../evidence/requests.ts'
import { useSession } from '../../session/session.ts'

/** What was handed in for forms that are not sent yet. It belongs to who handed it in. */
const useKept = defineStore('kept-evidence', () => {
  const session = useSession()
  const lists = shallowReactive(new Map<string, readonly Evidence[]>())
  let lastId = session.me?.id
  watch(() => session.me?.id, (id) => {
    if (id === undefined) return
    if (lastId !== undefined && lastId !== id) lists.clear()
    lastId = id
  })
  return { lists }
})

interface KeptEvidence {
  readonly files: WritableComputedRef<Evidence[]>
  readonly forgetFiles: () => void
}

/**
 * Evidence of a form that outlives the form.
 * @param key names the form and the question
 */
export function useKeptEvidence(key: string): KeptEvidence {
  const { lists } = useKept()
  return {
    files: computed({
      get: () => [...(lists.get(key) ?? [])],
      set: (next) => lists.set(key, next),
    }),
    forgetFiles: () => lists.delete(key),
  }
}
