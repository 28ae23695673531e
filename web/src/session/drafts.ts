import { defineStore } from 'pinia'
import { reactive } from 'vue'

type Texts = Readonly<Record<string, string>>

/** What was typed into forms and not sent yet. Only in this page's memory: it may be personal. */
export const useDrafts = defineStore('drafts', () => {
  const kept = new Map<string, Texts>()
  return {
    kept,
    clear: (): void => kept.clear(),
  }
})

/**
 * A form's texts that outlive the form, so that an ended session loses nothing that was typed.
 * @param key names the form
 * @returns the texts, and how to forget them once they were sent
 */
export function useDraft<Content extends Record<string, string>>(key: string, empty: Content) {
  const { kept } = useDrafts()
  const draft = reactive({ ...empty, ...kept.get(key) })
  kept.set(key, draft)
  return {
    draft,
    forget: (): void => {
      Object.assign(draft, empty)
    },
  }
}
