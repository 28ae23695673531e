import { shallowRef } from 'vue'

/**
 * Writes what is being made to the device at every change, one after the other: the last one stays, also when its
 * screen is left at once.
 */
export function keepInOrder<Content>(write: (content: Content) => Promise<void>) {
  /** Whether the device could not keep what was written last. */
  const unkept = shallowRef(false)
  let writing: Promise<void> = Promise.resolve()
  let last: Content | undefined
  let over = false
  return {
    unkept,
    /** @returns whether it is being made still */
    keep(content: Content): boolean {
      if (over) return false
      last = content
      writing = writing
        .then(() => (last === content ? write(content) : undefined))
        .then(
          () => {
            unkept.value = false
          },
          () => {
            unkept.value = true
          },
        )
      return true
    },
    /** What was written last is on the device, and nothing more will be. */
    async end(): Promise<void> {
      over = true
      await writing
    },
    /** Goes on writing: it could not be handed over, or something else is begun. */
    resume(): void {
      over = false
    },
  }
}
