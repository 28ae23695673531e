import { onScopeDispose, shallowRef, watch } from 'vue'
import { dropDraft, readDraft, writeDraft } from '../../../offline/drafts-kept.ts'
import { emptyVisit, type FoundHazard, type VisitDraft } from '../../../offline/visit-draft.ts'
import { newId } from '../../../ui/new-id.ts'

/** A visit that is being made. Every change is kept on the device before anything else happens to it. */
export function useVisit(account: string, enterpriseId: () => string) {
  const draft = shallowRef<VisitDraft | null>(null)
  /** Whether the device could not keep what was written last. */
  const unkept = shallowRef(false)
  let writing: Promise<void> = Promise.resolve()
  let over = false

  watch(
    enterpriseId,
    async (id) => {
      draft.value = null
      over = false
      const kept = await readDraft(account, id).catch(() => undefined)
      if (id === enterpriseId()) draft.value = kept ?? emptyVisit(account, id, newId())
    },
    { immediate: true },
  )

  function patch(part: Partial<VisitDraft>): void {
    if (draft.value === null || over) return
    const changed = { ...draft.value, ...part }
    draft.value = changed
    // One after the other: the last one stays.
    writing = writing
      .then(() => (over || draft.value !== changed ? undefined : writeDraft(changed)))
      .then(
        () => {
          unkept.value = false
        },
        () => {
          unkept.value = true
        },
      )
  }

  function patchHazard(id: string, part: Partial<FoundHazard>): void {
    if (draft.value !== null)
      patch({
        hazards: draft.value.hazards.map((hazard) =>
          hazard.id === id ? { ...hazard, ...part } : hazard,
        ),
      })
  }

  onScopeDispose(() => {
    over = true
  })
  return {
    draft,
    unkept,
    patch,
    patchHazard,
    /** What was written last is on the device, and nothing more will be. */
    async end(): Promise<void> {
      over = true
      await writing
    },
    /** Goes on writing: it could not be handed over. */
    resume: (): void => {
      over = false
    },
    async giveUp(): Promise<void> {
      over = true
      await writing
      await dropDraft(account, enterpriseId())
      draft.value = emptyVisit(account, enterpriseId(), newId())
      over = false
    },
  }
}
