import type { Label } from '@onemap/api/domain/dictionary'
import type { LayerName } from '../layers.ts'

/** Statistics-office codes of a level: so many digits, each beginning with its parent's. */
interface Level {
  readonly zh: string
  readonly en: string
  readonly digits: number
}

const COUNTY: Level = { zh: '县级', en: 'county', digits: 6 }
const LEVELS: Partial<Record<LayerName, Level>> = {
  district: COUNTY,
  neighbours: COUNTY,
  towns: { zh: '乡级', en: 'town', digits: 9 },
  villages: { zh: '村级', en: 'village', digits: 12 },
}

/** A town's code and then what tells one grid from another. */
const GRID = /^\d{9}[-0-9A-Za-z]+$/
/** 天地图 writes the country before the county. */
const COUNTRY = /^156(\d{6})$/

export type CodeRead = { readonly code: string; readonly cut: boolean } | { readonly wrong: Label }

/** The code that a field holds: text or a number, cut to the digits of its level where the rest is zeros. */
export function readCode(layer: LayerName, value: unknown): CodeRead {
  const text = codeText(value)
  if (text === '') return { wrong: { zh: '缺少代码', en: 'the code is missing' } }
  if (text === undefined)
    return {
      wrong: {
        zh: `代码应为文字或整数，现为 ${JSON.stringify(value)}`,
        en: `the code must be text or a whole number, not ${JSON.stringify(value)}`,
      },
    }
  return layer === 'grids' ? gridCode(text) : levelCode(LEVELS[layer] ?? COUNTY, text)
}

/** Undefined where the value is neither text nor a number that keeps all its digits. */
function codeText(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.normalize('NFKC').trim()
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined
}

function gridCode(text: string): CodeRead {
  return GRID.test(text)
    ? { code: text, cut: false }
    : {
        wrong: {
          zh: `网格代码应以 9 位乡级代码开头，如 370405001-G01，现为“${text}”`,
          en: `a grid’s code begins with the 9 digits of its town, such as 370405001-G01, and is “${text}”`,
        },
      }
}

function levelCode({ zh, en, digits }: Level, text: string): CodeRead {
  const whole = digits === COUNTY.digits ? text.replace(COUNTRY, '$1') : text
  const code = whole.slice(0, digits)
  const rest = whole.slice(digits)
  if (/^\d+$/.test(code) && code.length === digits && /^0*$/.test(rest))
    return { code, cut: text !== code }
  return {
    wrong: {
      zh: `${zh}代码应为 ${digits} 位数字，现为“${text}”`,
      en: `a ${en}’s code has ${digits} digits, and is “${text}”`,
    },
  }
}
