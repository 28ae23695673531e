/**
 * How much of a file is read at most. A workbook is a zip archive, so that a small file may unpack to gigabytes:
 * every bound is held while the parts stream, before memory grows.
 */
export interface ReadLimits {
  /** Bytes of the file as it was sent. */
  readonly fileBytes: number
  /** Bytes of one part of the archive after unpacking. */
  readonly partBytes: number
  /** Parts of the archive. */
  readonly parts: number
  readonly sheets: number
  /** Rows of one sheet, blank ones included. */
  readonly rows: number
  /** Cells of one sheet, blank ones included. */
  readonly cells: number
  /** The last column that may hold anything. */
  readonly columns: number
  /** Characters of one cell; 32,767 is what a spreadsheet can hold. */
  readonly cellLength: number
  /** Characters of all texts that the cells of a workbook share. */
  readonly sharedCharacters: number
}

const MEGABYTE = 2 ** 20

/** For a file that somebody sent: several may arrive at once, and everybody shares the memory. */
export const UPLOAD_LIMITS: ReadLimits = {
  fileBytes: 10 * MEGABYTE,
  partBytes: 128 * MEGABYTE,
  parts: 1000,
  sheets: 100,
  rows: 200_000,
  cells: 2_000_000,
  columns: 1000,
  cellLength: 32_767,
  sharedCharacters: 16_000_000,
}

/** For a file that the operator of the machine reads with a command of its own. */
export const COMMAND_LIMITS: ReadLimits = {
  ...UPLOAD_LIMITS,
  fileBytes: 2048 * MEGABYTE,
  partBytes: 2048 * MEGABYTE,
  rows: 2_000_000,
  cells: 60_000_000,
  sharedCharacters: 128_000_000,
}
