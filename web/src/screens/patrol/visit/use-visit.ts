import { shallowRef, watch } from 'vue'
import { dropDraft, readDraft, writeDraft } from '../../../offline/drafts-kept.ts'
import { keepInOrder } from '../../../offline/keep-in-order.ts'
import { emptyVisit, type FoundHazard, type VisitDraft } from '../../../offline/visit-draft.ts'
import { newId } from '../../../ui/new-id.ts'

/** A visit that is being made. Every change is kept on the device before anything else happens to it. */
export function useVisit(account: string, enterpriseId: () => string) {
  const draft = shallowRef<VisitDraft | null>(null)
  const { unkept, keep, end, resume } = keepInOrder(writeDraft)

  watch(
    enterpriseId,
    async (id) => {
      draft.value = null
      resume()
      const kept = await readDraft(account, id).catch(() => undefined)
      if (id === enterpriseId()) draft.value = kept ?? emptyVisit(account, id, newId())
    },
    { immediate: true },
  )

  function patch(part: Partial<VisitDraft>): void {
    if (draft.value === null) return
    const changed = { ...draft.value, ...part }
    if (keep(changed)) draft.value = changed
  }

  function patchHazard(id: string, part: Partial<FoundHazard>): void {
    if (draft.value !== null)
      patch({
        hazards: draft.value.hazards.map((hazard) =>
          hazard.id === id ? { ...hazard, ...part } : hazard,
        ),
      })
  }

  return {
    draft,
    unkept,
    patch,
    patchHazard,
    end,
    resume,
    async giveUp(): Promise<void> {
      await end()
      await dropDraft(account, enterpriseId())
      draft.value = emptyVisit(account, enterpriseId(), newId())
      resume()
    },
  }
}
