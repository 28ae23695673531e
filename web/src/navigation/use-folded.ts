import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'

const FOLDED_KEY = 'onemap.rail'
/** Below this width the rail keeps to its icons until somebody unfolds it. */
const ROOMY = '(min-width: 1600px)'

function remembered(): boolean | null {
  const kept = localStorage.getItem(FOLDED_KEY)
  return kept === null ? null : kept === 'folded'
}

/** Whether the rail shows icons alone: by the width of the window until somebody chooses. */
export function useFolded(): { readonly folded: ComputedRef<boolean>; toggle(): void } {
  const roomy = matchMedia(ROOMY)
  const wide = ref(roomy.matches)
  const follow = (): void => {
    wide.value = roomy.matches
  }
  roomy.addEventListener('change', follow)
  onScopeDispose(() => roomy.removeEventListener('change', follow))

  const chosen = ref(remembered())
  const folded = computed(() => chosen.value ?? !wide.value)
  return {
    folded,
    toggle() {
      chosen.value = !folded.value
      localStorage.setItem(FOLDED_KEY, chosen.value ? 'folded' : 'open')
    },
  }
}
