import { basename } from 'node:path'
import type { Label } from '@onemap/api/domain/dictionary'
import { describePlace } from '@onemap/api/ledger/read/row-place'
import type { ImportReport } from './import-ledger.ts'
import type { Tally } from './ledger.ts'
import type { Problem } from './problems.ts'

type Language = keyof Label

/** The report as lines for a terminal: problems first, then what was not read, then what was or would be written. */
export function describeReport(report: ImportReport, language: Language): string {
  const { problems, problemTotal, notices, unread, ignoredHeadings } = report
  return [
    ...problems.map(describeProblem),
    ...(problemTotal > problems.length ? [notListed(problemTotal - problems.length)] : []),
    ...(problemTotal > 0 ? [{ zh: '', en: '' }] : []),
    ...unread,
    ...(ignoredHeadings.length > 0 ? [unusedColumns(ignoredHeadings)] : []),
    ...notices,
    ...outcome(report),
  ]
    .map((line) => line[language])
    .join('\n')
}

function describeProblem({ sheet, row, heading, message }: Problem): Label {
  const place = describePlace({ sheet, row })
  return {
    zh: `${place.zh}【${heading}】${message.zh}`,
    en: `${place.en} [${heading}]: ${message.en}`,
  }
}

const notListed = (count: number): Label => ({
  zh: `……另有 ${count} 处问题未列出（加 --skip-bad 可把全部不合格行及原因写入文件）`,
  en: `… and ${count} more problems (--skip-bad writes every bad row with its reasons into a file)`,
})

const unusedColumns = (headings: readonly string[]): Label => ({
  zh: `未使用的列：${headings.join('、')}`,
  en: `Columns that were not used: ${headings.join(', ')}`,
})

const rejectsAt = (file: string): Label => ({
  zh: `不合格的行及原因见 ${basename(file)}（与台账在同一文件夹），改好后可直接导入该文件。`,
  en: `The bad rows and their reasons are in ${basename(file)}, in the folder of the ledger; that file can be mended and imported.`,
})

function outcome(report: ImportReport): Label[] {
  const { title, rows, badRows, accepted, dryRun, tallies, demoRemoved, rejectsFile } = report
  const counted = {
    zh: `${title.zh}：共 ${rows} 行，合格 ${rows - badRows} 行，不合格 ${badRows} 行。`,
    en: `${title.en}: ${rows} rows, ${rows - badRows} good, ${badRows} bad.`,
  }
  const rejects = rejectsFile === null ? [] : [rejectsAt(rejectsFile)]
  if (!accepted) return [counted, ...rejects, refused(report)]
  return [
    counted,
    ...rejects,
    ...(demoRemoved > 0 ? [demoGone(demoRemoved, dryRun)] : []),
    ...tallies.map((tally) => describeTally(tally, dryRun)),
    dryRun
      ? { zh: '试运行：没有写入任何数据。', en: 'Dry run: nothing was written.' }
      : { zh: '导入完成。', en: 'The import is done.' },
  ]
}

function refused({ dryRun, rejectsFile }: ImportReport): Label {
  if (dryRun) {
    return {
      zh: '试运行：有不合格的行，正式导入时不会写入任何数据。',
      en: 'Dry run: some rows are bad, so that an import would write nothing.',
    }
  }
  return rejectsFile === null
    ? {
        zh: '没有写入任何数据。改好后重新导入；或加 --skip-bad 只导入合格的行。',
        en: 'Nothing was written. Mend the rows and import again, or add --skip-bad to import the good ones alone.',
      }
    : {
        zh: '没有写入任何数据。改好后重新导入。',
        en: 'Nothing was written. Mend the rows and import again.',
      }
}

const demoGone = (count: number, dryRun: boolean): Label => ({
  zh: `${dryRun ? '将' : ''}删除演示企业 ${count} 家（连同其风险点和隐患）`,
  en: `${count} demonstration enterprises ${dryRun ? 'would be' : 'were'} removed with their risk points and hazards`,
})

function describeTally(
  { what, created, updated, unchanged, removed }: Tally,
  dryRun: boolean,
): Label {
  const will = dryRun ? '将' : ''
  const would = dryRun ? 'would be ' : ''
  return {
    zh: `${what.zh}：${[
      `${will}新增 ${created}`,
      `${will}更新 ${updated}`,
      `未变 ${unchanged}`,
      ...(removed === undefined ? [] : [`${will}删除 ${removed}`]),
    ].join('，')}`,
    en: `${what.en}: ${[
      `${created} ${would}added`,
      `${updated} ${would}updated`,
      `${unchanged} unchanged`,
      ...(removed === undefined ? [] : [`${removed} ${would}removed`]),
    ].join(', ')}`,
  }
}
