import type { upload } from './upload.ts'

/** Keeps files on the device instead of handing them in at once. */
export interface Keeper {
  readonly keep: typeof upload
  /** Address of what a kept photograph looks like; null where there is none to show. */
  readonly previewOf: (id: string) => string | null
}
