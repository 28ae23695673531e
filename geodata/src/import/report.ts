import type { Label } from '@onemap/api/domain/dictionary'
import type { Finding } from '../reading/finding.ts'

/** What came of an import: nothing is written while there is a problem. */
export interface Report {
  layer: Label
  features: number
  /** Each says what is wrong and where; any one of them refuses the file. */
  problems: Finding[]
  /** What the reader should know, but what does not refuse the file. */
  warnings: Finding[]
  /** What was done, or on a dry run would be. */
  done: Label[]
}

/** The file is refused: `report.problems` say why. Thrown so that the transaction is rolled back. */
export class LayerRefused extends Error {
  override readonly name = 'LayerRefused'
  constructor(readonly report: Report) {
    super(`the ${report.layer.en} layer has ${report.problems.length} problems`)
  }
}
