import type { SheetRow } from './sheet-row.ts'

/** A sheet of a file; a text file has one without a name. */
export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
}

/** A file of rows and columns, whatever program wrote it. */
export interface TableFile {
  readonly sheets: readonly SheetInfo[]
  /** Numbers that stand for days count from 1904. */
  readonly date1904: boolean
  /** The rows of a sheet from its top, by its position among the sheets; may be asked for more than once. */
  rows(sheet: number): AsyncGenerator<SheetRow>
  close(): Promise<void>
}

/** Where a file comes from: a path, or the bytes that were sent with the name they were sent by. */
export type FileSource = string | { readonly name: string; readonly bytes: Uint8Array }
