import { ref, shallowRef } from 'vue'
import { refusalOf, type Refusal } from '../api.ts'

/**
 * How sending a form went. What was typed stays in the form whatever happens.
 * @param explain reads why the server refused; null when it did not answer
 */
export function useSubmit(work: () => Promise<void>, explain: (error: unknown) => Refusal | null = refusalOf) {
  const busy = ref(false)
  /** Null: nothing went wrong. `unanswered`: the server did not answer. */
  const failure = shallowRef<Refusal | 'unanswered' | null>(null)
  return {
    busy,
    failure,
    /** What the server says is wrong with a field. */
    fieldError: (name: string): string | undefined => (failure.value === null || failure.value === 'unanswered' ? undefined : failure.value.fields[name]),
    submit: async (): Promise<void> => {
      if (busy.value) return
      busy.value = true
      failure.value = null
      try {
        await work()
      } catch (error) {
        failure.value = explain(error) ?? 'unanswered'
      } finally {
        busy.value = false
      }
    },
  }
}
