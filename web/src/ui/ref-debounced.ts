import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/** Follows a value once it has stood still for so many milliseconds. */
export function refDebounced<Value>(
  source: Readonly<Ref<Value>>,
  milliseconds: number,
): Readonly<ShallowRef<Value>> {
  const settled = shallowRef(source.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (value) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      settled.value = value
    }, milliseconds)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
