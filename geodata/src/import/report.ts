/** What came of an import: nothing is written while there is a problem. */
export interface Report {
  layer: string
  features: number
  /** Each says what is wrong and where; any one of them refuses the file. */
  problems: string[]
  /** What the reader should know, but what does not refuse the file. */
  warnings: string[]
  /** What was done, or on a dry run would be. */
  done: string[]
}

/** The file is refused: `report.problems` say why. Thrown so that the transaction is rolled back. */
export class LayerRefused extends Error {
  override readonly name = 'LayerRefused'
  constructor(readonly report: Report) {
    super(`the ${report.layer} layer has ${report.problems.length} problems`)
  }
}

const SHOWN = 50

/** The report as a person reads it in a terminal. */
export function printable(report: Report, outcome: 'refused' | 'dry-run' | 'written'): string {
  const verdict = {
    refused: `未导入：共 ${report.problems.length} 处问题，数据库未作任何改动。`,
    'dry-run': '试运行通过：未写入数据库。去掉 --dry-run 即正式导入。',
    written: '导入完成。',
  }
  return [
    `图层 ${report.layer}，共 ${report.features} 个要素`,
    ...section('问题', report.problems),
    ...section('提示', report.warnings),
    ...section(outcome === 'dry-run' ? '将会' : '结果', outcome === 'refused' ? [] : report.done),
    verdict[outcome],
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const rest = lines.length - SHOWN
  return [
    `${title}：`,
    ...lines.slice(0, SHOWN).map((line) => `  · ${line}`),
    ...(rest > 0 ? [`  · ……另有 ${rest} 条`] : []),
  ]
}
