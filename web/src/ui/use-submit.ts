import { ref, shallowRef } from 'vue'
import { refusalOf, type Refusal } from '../api.ts'

/** How sending a form went. What was typed stays in the form whatever happens. */
export function useSubmit(work: () => Promise<void>) {
  const busy = ref(false)
  /** Null: nothing went wrong. `unanswered`: the server did not answer. */
  const failure = shallowRef<Refusal | 'unanswered' | null>(null)
  return {
    busy,
    failure,
    /** What the server says is wrong with a field. */
    fieldError: (name: string): string | undefined =>
      failure.value === null || failure.value === 'unanswered'
        ? undefined
        : failure.value.fields[name],
    submit: async (): Promise<void> => {
      if (busy.value) return
      busy.value = true
      failure.value = null
      try {
        await work()
      } catch (error) {
        failure.value = refusalOf(error) ?? 'unanswered'
      } finally {
        busy.value = false
      }
    },
  }
}
