import { readonly, shallowRef } from 'vue'
import { isJson } from './stranger.ts'

/** Whether the server is within reach, as far as the last attempts tell. A browser that says it is offline is believed. */
const away = shallowRef(!navigator.onLine)
/** When the server last answered anything. */
let answeredAt = 0
const returns = new Set<() => void>()
const PROBE_MS = 15_000
const PATIENCE_MS = 8_000
let probing: ReturnType<typeof setTimeout> | undefined

export const isAway = readonly(away)
export const lastAnswerAt = (): number => answeredAt

/** The server answered: whoever waited for that is told. */
export function heard(): void {
  answeredAt = Date.now()
  clearTimeout(probing)
  if (!away.value) return
  away.value = false
  for (const listener of returns) listener()
}

/** Nobody answered, or somebody else did. The server is asked now and then until it does. */
export function unheard(): void {
  away.value = true
  clearTimeout(probing)
  probing = setTimeout(() => void probe(), PROBE_MS)
}

/** Calls whenever the server is within reach again. @returns how to stop */
export function whenBack(listener: () => void): () => void {
  returns.add(listener)
  return () => returns.delete(listener)
}

async function probe(): Promise<void> {
  const answers = await fetch('/api/health', {
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(isJson, () => false)
  if (answers) heard()
  else unheard()
}

addEventListener('offline', unheard)
addEventListener('online', () => void probe())
