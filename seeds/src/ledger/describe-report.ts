import { basename } from 'node:path'
import type { ImportReport } from './import-ledger.ts'
import type { Tally } from './ledger.ts'

/** The report as lines for a terminal: problems first, then what was or would be written. */
export function describeReport(report: ImportReport): string {
  const { problems, problemTotal, notices, ignoredHeadings, examples } = report
  return [
    ...problems.map(({ row, heading, message }) => `第 ${row} 行【${heading}】${message}`),
    ...(problemTotal > problems.length
      ? [
          `……另有 ${problemTotal - problems.length} 处问题未列出（加 --skip-bad 可把全部不合格行及原因写入文件）`,
        ]
      : []),
    ...(problemTotal > 0 ? [''] : []),
    ...(examples > 0 ? [`模板示例行 ${examples} 行，已跳过。`] : []),
    ...(ignoredHeadings.length > 0 ? [`未使用的列：${ignoredHeadings.join('、')}`] : []),
    ...notices,
    ...outcome(report),
  ].join('\n')
}

function outcome({
  title,
  rows,
  badRows,
  accepted,
  dryRun,
  tallies,
  demoRemoved,
  rejectsFile,
}: ImportReport): string[] {
  const counted = `${title}：共 ${rows} 行，合格 ${rows - badRows} 行，不合格 ${badRows} 行。`
  const rejects =
    rejectsFile === null
      ? []
      : [
          `不合格的行及原因见 ${basename(rejectsFile)}（与台账在同一文件夹），改好后可直接导入该文件。`,
        ]
  if (!accepted) {
    const advice =
      rejectsFile === null ? '改好后重新导入；或加 --skip-bad 只导入合格的行。' : '改好后重新导入。'
    return [
      counted,
      ...rejects,
      dryRun ? '试运行：有不合格的行，正式导入时不会写入任何数据。' : `没有写入任何数据。${advice}`,
    ]
  }
  const will = dryRun ? '将' : ''
  return [
    counted,
    ...rejects,
    ...(demoRemoved > 0 ? [`${will}删除演示企业 ${demoRemoved} 家（连同其风险点和隐患）`] : []),
    ...tallies.map((tally) => describeTally(tally, will)),
    dryRun ? '试运行：没有写入任何数据。' : '导入完成。',
  ]
}

function describeTally(
  { what, created, updated, unchanged, removed }: Tally,
  will: string,
): string {
  const parts = [
    `${will}新增 ${created}`,
    `${will}更新 ${updated}`,
    `未变 ${unchanged}`,
    ...(removed === undefined ? [] : [`${will}删除 ${removed}`]),
  ]
  return `${what}：${parts.join('，')}`
}
