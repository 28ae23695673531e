import { openTableFileApart } from '../ledger/file/apart/open.ts'
import { UPLOAD_LIMITS } from '../ledger/file/limits.ts'
import type { TableFile } from '../ledger/file/table-file.ts'
import { DomainError } from '../domain/errors.ts'
import { Turnstile } from './photo/turnstile.ts'

/** Each keeps a thread and some hundred megabytes while it is read; who comes next waits. */
const AT_ONCE = 2
const MOST_WAITING = 20

class TablesWaitingError extends DomainError {
  override readonly name = 'TablesWaitingError'

  constructor() {
    super(
      'tables-waiting',
      503,
      {
        zh: '同时上传的表格太多，请稍后再传',
        en: 'Too many tables are being read at once; send it again shortly',
      },
      [],
      {},
      10,
    )
  }
}

const reading = new Turnstile(AT_ONCE, MOST_WAITING, () => new TablesWaitingError())

/**
 * Reads a workbook or text table that somebody sent, bounded and away from the thread that answers everybody.
 * @throws FileProblem
 */
export function readUpload<T>(file: File, read: (table: TableFile) => Promise<T>): Promise<T> {
  return reading.pass(1, async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const table = await openTableFileApart(file.name, bytes, UPLOAD_LIMITS)
    try {
      return await read(table)
    } finally {
      await table.close()
    }
  })
}
