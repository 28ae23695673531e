import { computed, shallowRef, watch } from 'vue'
import { refusalOf, type Refusal } from '../../../api.ts'
import type { GridChange } from './changes.ts'
import { previewOf, type GridReport } from './requests.ts'

const PAUSE_MS = 500

/** What the changes in hand would do, asked anew a moment after each step; an answer to earlier changes is dropped. */
export function usePreview(baseVersion: () => string, changes: () => readonly GridChange[]) {
  const report = shallowRef<GridReport | null>(null)
  const busy = shallowRef(false)
  const failure = shallowRef<Refusal | 'unanswered' | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask(): Promise<void> {
    const mine = ++asked
    busy.value = true
    try {
      const answer = await previewOf(baseVersion(), changes())
      if (mine === asked) [report.value, failure.value] = [answer, null]
    } catch (error) {
      if (mine === asked) [report.value, failure.value] = [null, refusalOf(error) ?? 'unanswered']
    } finally {
      if (mine === asked) busy.value = false
    }
  }

  watch(
    [baseVersion, changes],
    () => {
      clearTimeout(timer)
      asked += 1
      report.value = null
      failure.value = null
      busy.value = changes().length > 0
      if (busy.value) timer = setTimeout(() => void ask(), PAUSE_MS)
    },
    { immediate: true },
  )

  return {
    report,
    busy,
    failure,
    ask,
    /** Whether saving may be tried: the answer is to these very changes, and nothing in it forbids it. */
    sound: computed(
      () =>
        report.value !== null &&
        !busy.value &&
        report.value.problems.length === 0 &&
        report.value.overlaps.length === 0,
    ),
  }
}
