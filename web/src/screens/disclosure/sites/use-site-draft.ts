import { computed, watch, type Ref } from 'vue'
import { useDraft } from '../../../session/drafts.ts'
import type { BatchSite } from '../queries.ts'
import { chosenWords, oneSided, overridesFrom, WORD_FIELDS, type Words } from './site-words.ts'

type Part = BatchSite['part']
/** A type, not an interface: drafts are records of texts. */
type SiteDraft = Words & {
  part: string
  reason: string
  /** What the fields said before anything was typed; empty until they are filled. */
  base: string
}

const EMPTY: SiteDraft = {
  activity: '',
  warningZh: '',
  doThisZh: '',
  warningEn: '',
  doThisEn: '',
  part: 'include',
  reason: '',
  base: '',
}
const PARTS: readonly Part[] = ['include', 'remove', 'retract']

const stateOf = ({ base: _base, ...content }: SiteDraft): string =>
  JSON.stringify(Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/**
 * What is typed about a site of a draft. It follows what is on record until somebody types; from then on it is theirs,
 * and says so if the record changes meanwhile.
 * @param usual the words that stand unless others are chosen; null while they are being fetched
 */
export function useSiteDraft(
  batchId: string,
  enterpriseId: string,
  site: Readonly<Ref<BatchSite | null>>,
  usual: Readonly<Ref<Words | null>>,
) {
  const { draft, forget } = useDraft(`disclosure-${batchId}-${enterpriseId}`, EMPTY)
  const stored = computed<SiteDraft | null>(() =>
    site.value === null || usual.value === null
      ? null
      : {
          ...chosenWords(usual.value, site.value.overrides),
          part: site.value.part,
          reason: site.value.reason ?? '',
          base: '',
        },
  )
  const dirty = computed(() => draft.base !== '' && stateOf(draft) !== draft.base)

  function follow(): void {
    if (stored.value !== null) Object.assign(draft, stored.value, { base: stateOf(stored.value) })
  }
  watch(
    stored,
    () => {
      if (!dirty.value) follow()
    },
    { immediate: true },
  )

  return {
    draft,
    /** Whether the fields hold what is on record, so that typing can begin. */
    ready: computed(() => draft.base !== ''),
    dirty,
    /** Somebody else changed the site since typing began. */
    overtaken: computed(
      () => dirty.value && stored.value !== null && stateOf(stored.value) !== draft.base,
    ),
    part: computed(() => PARTS.find((part) => part === draft.part) ?? 'include'),
    forgotten: computed(() => (usual.value === null ? [] : oneSided(draft, usual.value))),
    worded: computed(
      () => usual.value !== null && Object.keys(overridesFrom(draft, usual.value)).length > 0,
    ),
    overrides: () => (usual.value === null ? {} : overridesFrom(draft, usual.value)),
    backToUsual: (): void => {
      if (usual.value !== null) for (const field of WORD_FIELDS) draft[field] = usual.value[field]
    },
    /** Takes over what is on record, and what was typed is gone. */
    follow,
    /** What was typed is on record now. */
    settle: (): void => {
      draft.base = stateOf(draft)
      if (stored.value === null) forget()
    },
  }
}
