import type { Label } from '@onemap/api/domain/dictionary'
import type { Report } from '../import/report.ts'
import type { Finding, Remedy } from '../reading/finding.ts'

type Language = keyof Label
type Outcome = 'refused' | 'dry-run' | 'written'

/** How each remedy is had on this command line. */
const FLAGS: Readonly<Record<Remedy, string>> = {
  'choose-code-field': '--code-field',
  'choose-name-field': '--name-field',
  'state-crs': '--crs',
  'state-datum': '--datum',
  'datum-is-right': '--datum / --datum-is-right',
  'allow-code-changes': '--allow-code-changes',
  'dissolve-missing': '--dissolve-missing',
}

const SHOWN = 50

/** The report as a person reads it in a terminal. */
export function printable(report: Report, outcome: Outcome, language: Language): string {
  const { layer, features, problems, warnings, done } = report
  const head = {
    zh: `图层 ${layer.zh}，共 ${features} 个要素`,
    en: `Layer ${layer.en}: ${features} features`,
  }
  return [
    head[language],
    ...section(TITLES.problems, problems, language),
    ...section(TITLES.warnings, warnings, language),
    ...section(
      outcome === 'dry-run' ? TITLES.planned : TITLES.done,
      outcome === 'refused' ? [] : done,
      language,
    ),
    verdict(outcome, problems.length)[language],
  ].join('\n')
}

const TITLES = {
  problems: { zh: '问题', en: 'Problems' },
  warnings: { zh: '提示', en: 'To note' },
  planned: { zh: '将会', en: 'Would be done' },
  done: { zh: '结果', en: 'Done' },
} as const

function verdict(outcome: Outcome, problems: number): Label {
  switch (outcome) {
    case 'refused':
      return {
        zh: `未导入：共 ${problems} 处问题，数据库未作任何改动。`,
        en: `Not imported: ${problems} problems; the database is unchanged.`,
      }
    case 'dry-run':
      return {
        zh: '试运行通过：未写入数据库。去掉 --dry-run 即正式导入。',
        en: 'The rehearsal went well; nothing was written. Leave out --dry-run to import.',
      }
    case 'written':
      return { zh: '导入完成。', en: 'Imported.' }
  }
}

function section(title: Label, lines: readonly Finding[], language: Language): string[] {
  if (lines.length === 0) return []
  const rest = lines.length - SHOWN
  const more = { zh: `……另有 ${rest} 条`, en: `… and ${rest} more` }
  return [
    language === 'zh' ? `${title.zh}：` : `${title.en}:`,
    ...lines.slice(0, SHOWN).map((line) => `  · ${line[language]}${hint(line, language)}`),
    ...(rest > 0 ? [`  · ${more[language]}`] : []),
  ]
}

function hint({ remedy }: Finding, language: Language): string {
  if (remedy === undefined) return ''
  return language === 'zh' ? `（选项 ${FLAGS[remedy]}）` : ` (option ${FLAGS[remedy]})`
}
