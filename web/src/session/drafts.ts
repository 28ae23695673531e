import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import { isRecord } from '../answers/problem.ts'
import { forgetTab, tabMemoryOf, type TabMemory } from './tab-memory.ts'

type Texts = Readonly<Record<string, string>>

/** What was typed into forms and not sent yet: in this page's memory, because it may be personal, or in the tab's where a form asks for that. */
export const useDrafts = defineStore('drafts', () => {
  const kept = new Map<string, Texts>()
  let owner: string | undefined

  return {
    kept,
    /** What outlives the page, of whoever is signed in. */
    tab: (): TabMemory => tabMemoryOf(owner ?? ''),
    /** Whose drafts these are from now on; somebody else's are forgotten. */
    belongTo: (account: string): void => {
      if (owner !== undefined && owner !== account) kept.clear()
      owner = account
      forgetTab(account)
    },
    clear: (): void => {
      kept.clear()
      forgetTab()
    },
  }
})

/** How long what was typed is kept. */
export interface Keeping {
  /** Whether the tab keeps it even when the browser throws the page away, as telephones do while their camera is open. Nothing secret. */
  readonly inTab?: boolean
}

/**
 * A form's texts that outlive the form, so that an ended session loses nothing that was typed.
 * @param key names the form
 * @returns the texts, and how to forget them once they were sent
 */
export function useDraft<Content extends Record<string, string>>(
  key: string,
  empty: Content,
  { inTab = false }: Keeping = {},
) {
  const drafts = useDrafts()
  const draft = reactive({
    ...empty,
    ...(drafts.kept.get(key) ?? (inTab ? fromTab(drafts.tab().read(key), empty) : {})),
  })
  drafts.kept.set(key, draft)
  if (inTab) watch(draft, () => drafts.tab().write(key, draft), { flush: 'sync' })
  return {
    draft,
    forget: (): void => {
      Object.assign(draft, empty)
      if (inTab) drafts.tab().write(key, null)
    },
  }
}

function fromTab(content: unknown, empty: Texts): Texts {
  const kept = isRecord(content) ? Object.entries(content) : []
  return Object.fromEntries(
    kept.flatMap(([name, text]) =>
      name in empty && typeof text === 'string' ? [[name, text] as const] : [],
    ),
  )
}
