import type { upload } from './upload.ts'

/** Keeps files on the device instead of only handing them in. */
export interface Keeper {
  readonly keep: typeof upload
  /** Address of what a kept photograph looks like; null where there is none to show. */
  readonly previewOf: (id: string) => string | null
  /** Whether the server has it besides; without it, it never does. */
  readonly isUploaded?: (id: string) => boolean
}
