import { FINDING_RESULT_CODES, type FindingResult } from '@onemap/api/domain/inspection-kind'
import { useQueryCache } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { computed, ref, shallowRef, watch } from 'vue'
import { api, refusalOf, type Refusal } from '../../../api.ts'
import { useDraft } from '../../../session/drafts.ts'
import { useKeptEvidence } from '../../hazards/kept-evidence.ts'
import { taskKey, type ChecklistItem, type Task } from '../queries.ts'
import { withItem } from './with-item.ts'

const item$ = api.enterprises[':enterpriseId']['inspection-tasks'][':id'].findings[':itemId']

interface Whose {
  readonly enterpriseId: string
  readonly taskId: string
}

/** One item as it is being checked: what was chosen and typed here, and what the server has of it. */
export function useFinding(whose: Whose, item: () => ChecklistItem) {
  const cache = useQueryCache()
  const { id } = item()
  const param = { enterpriseId: whose.enterpriseId, id: whose.taskId, itemId: id }
  const saved = computed(() => item().finding)
  const key = `finding ${whose.taskId} ${id}`
  const { draft } = useDraft(
    key,
    { result: '', note: '', savedResult: '', savedNote: '' },
    { inTab: true },
  )
  const { files, settleFiles } = useKeptEvidence(key, { inTab: true })
  if (files.value.length === 0 && saved.value !== null) files.value = [...saved.value.evidence]
  // What nobody touched here follows what others record; what was chosen or typed here stays.
  watch(
    saved,
    (now) => {
      const [standing, words] = [now?.result ?? '', now?.note ?? '']
      if (draft.result === draft.savedResult && draft.note === draft.savedNote)
        Object.assign(draft, { result: standing, note: words })
      Object.assign(draft, { savedResult: standing, savedNote: words })
    },
    { immediate: true },
  )

  const result = computed<FindingResult | null>(
    () => FINDING_RESULT_CODES.find((code) => code === draft.result) ?? null,
  )
  const busy = ref(false)
  const reporting = ref(false)
  /** Why the last try did not go through. */
  const failure = shallowRef<Refusal | 'unanswered' | null>(null)
  const dirty = computed(
    () =>
      result.value !== null &&
      (saved.value === null ||
        saved.value.result !== result.value ||
        saved.value.note !== draft.note.trim() ||
        files.value
          .map((file) => file.id)
          .sort()
          .join() !==
          saved.value.evidence
            .map((file) => file.id)
            .sort()
            .join()),
  )

  function keep(next: ChecklistItem): void {
    const of = taskKey(whose.enterpriseId, whose.taskId)
    const task = cache.getQueryData<Task>(of)
    if (task !== undefined) cache.setQueryData(of, withItem(task, next))
  }

  let last: Promise<unknown> = Promise.resolve()

  /** Does one thing after another: a tap while something is being saved is not lost, and neither is what was typed. */
  function attempt(work: () => Promise<void>): Promise<boolean> {
    const mine = last.then(() => run(work))
    last = mine
    return mine
  }

  async function run(work: () => Promise<void>): Promise<boolean> {
    busy.value = true
    failure.value = null
    try {
      await work()
      return true
    } catch (error) {
      failure.value = refusalOf(error) ?? 'unanswered'
      if (failure.value !== 'unanswered' && failure.value.status === 409)
        await cache.invalidateQueries({ key: taskKey(whose.enterpriseId, whose.taskId) })
      return false
    } finally {
      busy.value = false
    }
  }

  async function write(): Promise<void> {
    if (!dirty.value || result.value === null) return
    keep(
      await parseResponse(
        item$.$put({
          param,
          json: {
            result: result.value,
            note: draft.note.trim(),
            evidence: files.value.map((file) => file.id),
            revision: saved.value?.revision ?? 0,
          },
        }),
      ),
    )
    settleFiles()
  }

  const save = (): Promise<boolean> => attempt(write)

  /** Chooses and saves at once. */
  async function choose(next: FindingResult): Promise<boolean> {
    draft.result = next
    return save()
  }

  /** Reports the hazard under the id that was kept ready for it: a second tap reports nothing new. */
  async function report(words: string): Promise<boolean> {
    reporting.value = true
    const done = await attempt(async () => {
      await write()
      const found = saved.value
      if (found === null) return
      const { riskPointId, locationText, location, origin, suggestedGrade } = item()
      await parseResponse(
        api.hazards.$post({
          json: {
            id: found.hazardId,
            enterpriseId: whose.enterpriseId,
            description: draft.note.trim() || words,
            locationText,
            location,
            origin,
            suggestedGrade,
            evidence: files.value.map((file) => file.id),
            ...(riskPointId === null ? {} : { riskPointId }),
          },
        }),
      )
      await cache.invalidateQueries({ key: taskKey(whose.enterpriseId, whose.taskId) })
      void cache.invalidateQueries({ key: ['hazards'] })
    })
    reporting.value = false
    return done
  }

  /** Says that the failure is a hazard that is known already. */
  const link = (hazardId: string): Promise<boolean> =>
    attempt(async () => {
      await write()
      keep(await parseResponse(item$.hazard.$put({ param, json: { hazardId } })))
    })

  return {
    draft,
    files,
    result,
    saved,
    busy,
    reporting,
    failure,
    dirty,
    choose,
    save,
    report,
    link,
  }
}
