import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '../../../api.ts'

const figures = (query: Record<string, string>) =>
  parseResponse(api.command.figures.$get({ query }))

/** The figures of a day as the server counts them. */
export type ServerFigures = Awaited<ReturnType<typeof figures>>

/** Asks for the figures, and again when something they are counted from changed; the last ones stand until the next have come. */
export function useServerFigures(query: MaybeRefOrGetter<Record<string, string>>) {
  const { data, status, refetch } = useQuery({
    key: () => ['command', 'figures', { ...toValue(query) }],
    query: () => figures(toValue(query)),
    placeholderData: (before: ServerFigures | undefined) => before,
  })
  return {
    figures: computed(() => data.value ?? null),
    failed: computed(() => status.value === 'error'),
    refetch,
  }
}
