import type { Label } from '../../domain/dictionary.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Fault } from '../../ledger/parse-cells.ts'
import { CONTROL_LIST_COLUMNS } from './columns.ts'
import type { ControlListReport } from './schema.ts'

/** What is wrong in one cell: its row as the spreadsheet numbers it, its column's heading, and in words. */
export interface RowProblem {
  readonly row: number
  readonly column: string
  readonly message: Label
}

const HEADINGS = new Map<string, string>(
  CONTROL_LIST_COLUMNS.map(({ key, heading }) => [key, heading]),
)

/** A fault of a row, by its heading. */
export function problemOf(row: number, { key, fault }: Fault): RowProblem {
  return { row, column: HEADINGS.get(key) ?? key, message: fault }
}

/** The file as a whole is no control list. */
export class ControlListUnusableError extends DomainError {
  override readonly name = 'ControlListUnusableError'

  constructor(why: Label) {
    super('control-list-unusable', 422, why, [{ field: 'file', text: why }])
  }
}

export class ControlListTooLargeError extends DomainError {
  override readonly name = 'ControlListTooLargeError'

  constructor() {
    const text = {
      zh: '文件超过 10 MB，请拆分后分别导入',
      en: 'The file is larger than 10 MB: split it',
    }
    super('control-list-too-large', 413, text, [{ field: 'file', text }])
  }
}

/** Some rows are wrong, so that none was written. */
export class ControlListRefusedError extends DomainError {
  override readonly name = 'ControlListRefusedError'

  /** @param report in the language of whoever sent the list, @param problems in both */
  constructor(report: ControlListReport, problems: readonly RowProblem[]) {
    const text = {
      zh: `清单有 ${report.problemTotal} 处错误，未写入任何内容`,
      en: `The list has ${report.problemTotal} errors: nothing was written`,
    }
    super(
      'control-list-refused',
      422,
      text,
      problems.map(({ row, column, message }) => ({
        field: `rows.${row}.${column}`,
        text: message,
      })),
      { report },
    )
  }
}
