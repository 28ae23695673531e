import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { GridMode } from '../../../map/grid-hand.ts'

const MODES: readonly GridMode[] = ['choose', 'reshape', 'split', 'draw']

/** The chosen grid and what the hand does, in the address. */
export function useGridAddress() {
  const [route, router] = [useRoute(), useRouter()]
  const chosenId = computed(() =>
    typeof route.query['grid'] === 'string' ? route.query['grid'] : null,
  )
  const mode = computed(() => MODES.find((each) => each === route.query['mode']) ?? 'choose')

  function go(next: { readonly chosenId?: string | null; readonly mode?: GridMode }): void {
    const [id, act] = [
      next.chosenId === undefined ? chosenId.value : next.chosenId,
      next.mode ?? mode.value,
    ]
    void router.replace({
      query: { ...(id === null ? {} : { grid: id }), ...(act === 'choose' ? {} : { mode: act }) },
    })
  }
  return { chosenId, mode, go }
}
