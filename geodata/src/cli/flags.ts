import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Label } from '@onemap/api/domain/dictionary'
import { todayInChina } from '@onemap/api/domain/overdue'
import { DATUM_CODES } from '@onemap/api/domain/datum'

/** The command line is not understood; the text says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(readonly text: Label) {
    super(text.en)
  }
}

const list = DATUM_CODES.join(', ')
const WRONG: Readonly<Record<string, Label>> = {
  datum: { zh: `--datum 必填，取值：${list}`, en: `--datum is required, one of ${list}` },
  crs: {
    zh: '--crs 应为 EPSG 代码，如 4527',
    en: '--crs must be an EPSG code, such as 4527',
  },
  'obtained-on': {
    zh: '--obtained-on 应为 2026-03-01 这样的日期',
    en: '--obtained-on must be a day such as 2026-03-01',
  },
  tolerance: {
    zh: '--tolerance 应为平方米数，不能为负',
    en: '--tolerance must be a number of square metres, not below 0',
  },
  language: { zh: '--language 应为 zh 或 en', en: '--language must be zh or en' },
}

const Flags = z.object({
  datum: z.enum(DATUM_CODES),
  crs: z
    .string()
    .regex(/^(?:EPSG:)?\d{4,6}$/i)
    .transform((code) => Number(code.replace(/\D/g, '')))
    .optional(),
  'code-field': z.string().optional(),
  'name-field': z.string().optional(),
  source: z.string().optional(),
  licence: z.string().default('由使用单位提供'),
  'obtained-on': z.iso.date().default(() => todayInChina(new Date())),
  tolerance: z.coerce.number().nonnegative().default(1),
  'datum-is-right': z.boolean().default(false),
  'allow-code-changes': z.boolean().default(false),
  'dissolve-missing': z.boolean().default(false),
  'dry-run': z.boolean().default(false),
  language: z.enum(['zh', 'en']).default('zh'),
})
export type Flags = z.output<typeof Flags>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const OPTIONS = {
  datum: text,
  crs: text,
  'code-field': text,
  'name-field': text,
  source: text,
  licence: text,
  'obtained-on': text,
  tolerance: text,
  'datum-is-right': flag,
  'allow-code-changes': flag,
  'dissolve-missing': flag,
  'dry-run': flag,
  language: text,
  help: flag,
} as const

/** The words of a command line. @throws UsageError */
export function argumentsOf(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    throw new UsageError({ zh: `命令行有误：${told}`, en: `The command is not right: ${told}` })
  }
}

/** The options of an import. @throws UsageError naming each that is wrong */
export function flagsOf(values: unknown): Flags {
  const flags = Flags.safeParse(values)
  if (flags.success) return flags.data
  const wrong = flags.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return WRONG[name] ?? { zh: `--${name}：${message}`, en: `--${name}: ${message}` }
  })
  throw new UsageError({
    zh: wrong.map(({ zh }) => zh).join('；'),
    en: wrong.map(({ en }) => en).join('; '),
  })
}

/** The language a command line asks for, also where the rest of it is wrong. */
export function languageOf(args: readonly string[]): keyof Label {
  const at = args.indexOf('--language')
  return args[at + 1] === 'en' && at >= 0 ? 'en' : args.includes('--language=en') ? 'en' : 'zh'
}
