import { parseArgs } from 'node:util'
import { DATUM_CODES } from '@onemap/api/domain/datum'
import type { Label } from '@onemap/api/domain/dictionary'
import { z } from 'zod'
import { LEDGER_NAMES } from './ledgers.ts'

export type Language = keyof Label

export const HELP: Label = {
  zh: `台账导入

用法
  pnpm run import <台账> <文件.xlsx|.csv> --datum <坐标系> [选项]
  pnpm run import templates
      重新生成 seeds/templates/ 下的模板

台账（按此次序导入）
  enterprises   企业台账，按统一社会信用代码更新
  risk-points   风险分级管控清单，按信用代码 + 风险点编码更新
  hazards       隐患台账，按信用代码 + 隐患编号更新

选项
  --datum <坐标系>        文件含坐标时必填：${DATUM_CODES.join(' | ')}；行内“坐标系”列优先
  --dry-run               试运行：检查并报告将新增、更新的数量，不写入
  --skip-bad              导入合格的行，不合格的行写入 <文件名>.rejects.csv
  --sheet <名称>          只读这张工作表，默认读所有含该台账表头的工作表
  --hidden-rows <处理>    有隐藏或筛选掉的行时必填：read 一并导入 | skip 不导入
  --lec-profile <准则>    lec-classic（默认，C 含 3）| lec-detailed（C 含 2）
  --remove-demo           同时删除全部演示企业及其风险点、隐患
  --lang <语言>           zh | en，默认按系统语言
  --help                  显示本说明

退出码：0 成功，1 有不合格的行，2 命令或文件有问题，3 环境或数据库有问题`,
  en: `Import of ledgers

Usage
  pnpm run import <ledger> <file.xlsx|.csv> --datum <datum> [options]
  pnpm run import templates
      writes the templates in seeds/templates/ anew

Ledgers, in the order of import
  enterprises   enterprises, updated by unified social credit code
  risk-points   control lists, updated by credit code and code of the risk point
  hazards       hazards, updated by credit code and number

Options
  --datum <datum>         needed where the file has coordinates: ${DATUM_CODES.join(' | ')}; a column 坐标系 goes first
  --dry-run               check, and say what would be added and updated; write nothing
  --skip-bad              import the good rows and write the bad ones into <file>.rejects.csv
  --sheet <name>          read this sheet alone; otherwise every sheet with the headings of the ledger is read
  --hidden-rows <what>    needed where rows are hidden or filtered out: read | skip
  --lec-profile <table>   lec-classic (with C = 3, the default) | lec-detailed (with C = 2)
  --remove-demo           remove all demonstration enterprises with their risk points and hazards too
  --lang <language>       zh | en; otherwise that of the system
  --help                  show this

Exit codes: 0 done, 1 some rows are bad, 2 the command or the file is wrong, 3 the environment or the database is`,
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  datum: text,
  sheet: text,
  'hidden-rows': text,
  'lec-profile': text,
  lang: text,
  'dry-run': flag,
  'skip-bad': flag,
  'remove-demo': flag,
  help: flag,
} as const

/** The words of the command line, before they are understood. */
export const readWords = (words: readonly string[]) =>
  parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true })

/** The language asked for, or that of the system; Chinese unless it is English. */
export function languageOf(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^en/i.test(asked ?? system) ? 'en' : 'zh'
}

const PROFILES = ['lec-classic', 'lec-detailed'] as const
const HIDDEN_ROWS = ['read', 'skip'] as const

const oneOf = (what: Label, codes: readonly string[]): Label => ({
  zh: `${what.zh} 应为：${codes.join('、')}`,
  en: `${what.en} is one of: ${codes.join(', ')}`,
})
const option = (name: string): Label => ({ zh: name, en: name })
const FIRST: Label = { zh: '第一个参数', en: 'The first argument' }
const NO_FILE: Label = { zh: '缺少文件名', en: 'The name of the file is missing' }

/** What the command line asks for, with faults in the language of whoever typed it. */
export function commandIn(language: Language) {
  const say = (text: Label) => text[language]
  const chosen = <Code extends string>(name: string, codes: readonly [Code, ...Code[]]) =>
    z.enum(codes, say(oneOf(option(name), codes))).optional()
  return z.object({
    ledger: z.enum(LEDGER_NAMES, say(oneOf(FIRST, [...LEDGER_NAMES, 'templates']))),
    file: z.string(say(NO_FILE)),
    datum: chosen('--datum', DATUM_CODES),
    'dry-run': z.boolean().default(false),
    'skip-bad': z.boolean().default(false),
    'remove-demo': z.boolean().default(false),
    'hidden-rows': chosen('--hidden-rows', HIDDEN_ROWS),
    'lec-profile': chosen('--lec-profile', PROFILES),
    lang: chosen('--lang', ['zh', 'en']),
    sheet: z.string().optional(),
  })
}
export type Command = z.output<ReturnType<typeof commandIn>>
