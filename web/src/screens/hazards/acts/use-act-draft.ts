import type { HazardEvent } from '@onemap/api/domain/hazard-event'
import { computed } from 'vue'
import { useDraft } from '../../../session/drafts.ts'
import { useKeptEvidence } from '../kept-evidence.ts'
import { newId } from '../../../ui/new-id.ts'
import type { Hazard } from '../queries.ts'
import { defaultsOf } from './act-defaults.ts'
import { EMPTY_ACT, type ActFiles } from './act-draft.ts'

/** What is filled in for an act on a hazard; it outlives the form until it is sent. */
export function useActDraft(hazard: Hazard, type: HazardEvent) {
  const key = `act-${hazard.id}-${type}`
  const { draft, forget } = useDraft(key, EMPTY_ACT, { inTab: true })
  const list = (part: string) => useKeptEvidence(`${key}-${part}`, { inTab: true })
  const lists = {
    evidence: list('evidence'),
    photosBefore: list('before'),
    photosAfter: list('after'),
  }
  if (draft.clientId === '')
    Object.assign(draft, defaultsOf(type, hazard), {
      clientId: newId(),
      afterSeq: String(hazard.lastSeq),
    })

  /** What the last report showed stands for the photographs from before until others are taken. */
  const reported =
    type === 'fix-on-the-spot'
      ? hazard.events
          .filter((event) => event.type === 'report')
          .flatMap(({ evidence }) =>
            evidence.filter(({ kind }) => kind === 'photo').map(({ id }) => id),
          )
      : []
  const idsOf = (list: keyof typeof lists): string[] => lists[list].files.value.map(({ id }) => id)

  return {
    draft,
    evidence: lists.evidence.files,
    photosBefore: lists.photosBefore.files,
    photosAfter: lists.photosAfter.files,
    files: computed<ActFiles>(() => ({
      evidence: idsOf('evidence'),
      photosBefore: idsOf('photosBefore').length > 0 ? idsOf('photosBefore') : reported,
      photosAfter: idsOf('photosAfter'),
    })),
    /** The act was sent: nothing of it is kept. */
    forget: (): void => {
      forget()
      for (const list of Object.values(lists)) list.forgetFiles()
    },
    /** Who acts has seen what happened meanwhile. */
    acknowledge: (lastSeq: number): void => {
      draft.afterSeq = String(lastSeq)
      draft.clientId = newId()
    },
  }
}
