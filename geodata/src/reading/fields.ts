import type { Finding } from './finding.ts'

/** What a field is called in files of this trade, likeliest first: this product's own, survey databases, map services. */
export const FIELD_NAMES = {
  code: [
    'code',
    'xzqdm',
    'xzdm',
    'qhdm',
    'zldwdm',
    'wgdm',
    'wgbm',
    'adcode',
    'gb',
    'pac',
    'dm',
    '代码',
    '行政区代码',
    '行政区划代码',
    '区划代码',
    '坐落单位代码',
    '网格代码',
    '网格编码',
    '网格编号',
  ],
  name: [
    'name',
    'xzqmc',
    'xzmc',
    'qhmc',
    'zldwmc',
    'wgmc',
    'fullname',
    'mc',
    '名称',
    '行政区名称',
    '行政区划名称',
    '坐落单位名称',
    '网格名称',
  ],
} as const

type Wanted = keyof typeof FIELD_NAMES

const WORDS = {
  code: { zh: '代码', en: 'code' },
  name: { zh: '名称', en: 'name' },
} as const

interface Found {
  /** As it is written in the file; undefined where there is none. */
  readonly field: string | undefined
  readonly findings: readonly Finding[]
}

/**
 * Finds the field that holds codes or names.
 * @param fields all fields that some feature of the file has
 * @param chosen what whoever hands the file in says
 */
export function findField(
  wanted: Wanted,
  fields: readonly string[],
  chosen: string | undefined,
): Found {
  const spelled = (name: string) =>
    fields.find((field) => field === name) ??
    fields.find((field) => field.trim().toLowerCase() === name.toLowerCase())
  const field =
    chosen === undefined
      ? FIELD_NAMES[wanted].map(spelled).find((one) => one !== undefined)
      : spelled(chosen)
  if (field !== undefined) return { field, findings: [] }
  const { zh, en } = WORDS[wanted]
  const there = fields.length === 0 ? { zh: '（没有）', en: '(none)' } : listed(fields)
  return {
    field,
    findings: [
      {
        zh:
          chosen === undefined
            ? `找不到${zh}字段；文件里的字段：${there.zh}`
            : `文件里没有字段 ${chosen}；有：${there.zh}`,
        en:
          chosen === undefined
            ? `No field of the file holds the ${en}; its fields: ${there.en}`
            : `The file has no field ${chosen}; it has: ${there.en}`,
        remedy: wanted === 'code' ? 'choose-code-field' : 'choose-name-field',
      },
    ],
  }
}

/** Says which fields were read, where that had to be found out. */
export function fieldsTold(code: string | undefined, name: string | undefined): Finding[] {
  const told = [code, name].filter((field) => field !== undefined)
  if (told.every((field) => field === 'code' || field === 'name')) return []
  const parts = {
    zh: [code === undefined ? '' : `代码取自字段 ${code}`, `名称取自字段 ${name}`],
    en: [code === undefined ? '' : `codes from the field ${code}`, `names from ${name}`],
  }
  return [
    {
      zh: parts.zh.filter((part) => part !== '').join('，'),
      en: `Read ${parts.en.filter((part) => part !== '').join(', ')}`,
    },
  ]
}

const SHOWN = 20

function listed(fields: readonly string[]) {
  const shown = fields.slice(0, SHOWN)
  const more = fields.length > SHOWN
  return {
    zh: shown.join('、') + (more ? ' 等' : ''),
    en: shown.join(', ') + (more ? ', …' : ''),
  }
}
