import { openTableFileApart } from '../ledger/file/apart/open.ts'
import { UPLOAD_LIMITS } from '../ledger/file/limits.ts'
import type { TableFile } from '../ledger/file/table-file.ts'
import { Turnstile } from './photo/turnstile.ts'

/** Each keeps a thread and some hundred megabytes while it is read; who comes next waits. */
const reading = new Turnstile(2)

/**
 * Reads a workbook or text table that somebody sent, bounded and away from the thread that answers everybody.
 * @throws FileProblem
 */
export function readUpload<T>(file: File, read: (table: TableFile) => Promise<T>): Promise<T> {
  return reading.pass(async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const table = await openTableFileApart(file.name, bytes, UPLOAD_LIMITS)
    try {
      return await read(table)
    } finally {
      await table.close()
    }
  })
}
