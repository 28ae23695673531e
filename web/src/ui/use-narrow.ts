import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the screen is a phone's: panels become sheets at the thumb's end. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = matchMedia('(max-width: 720px)')
  const narrow = ref(query.matches)
  const follow = (): void => {
    narrow.value = query.matches
  }
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return narrow
}
