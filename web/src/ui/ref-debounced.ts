import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Follows a text once it has stood still for so many milliseconds. */
export function refDebounced(source: Readonly<Ref<string>>, milliseconds: number): Readonly<Ref<string>> {
  const settled = ref(source.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (text) => {
    clearTimeout(timer)
    timer = setTimeout(() => { settled.value = text }, milliseconds)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
