import { codesOf, type Dictionary } from '../../domain/dictionary.ts'
import { EXAMPLE_CREDIT_CODE } from '../example.ts'
import { tidy, wordKey } from '../tidy.ts'
import { rowKey, type Headings } from './headings.ts'

/** Rows between the data of a ledger that are none. */
export const LEFT_OUT = {
  example: { zh: '模板示例行', en: 'example row of the template' },
  heading: { zh: '重复的标题、表头', en: 'title or headings repeated' },
  numbering: { zh: '列号', en: 'numbers of the columns' },
  total: { zh: '合计', en: 'total' },
  signature: { zh: '填表、审核签名或说明', en: 'signature or note' },
  'blank-number': { zh: '只有序号的空行', en: 'number without anything else' },
} as const satisfies Dictionary

export type LeftOut = keyof typeof LEFT_OUT
export const LEFT_OUT_CODES = codesOf(LEFT_OUT)

const TOTAL =
  /^(?:本页|本表|本月|全部|以上|全区|全镇)?(?:合计|总计|小计|共计|累计|总数|total|subtotal|sum)/
const SIGNED =
  /^\(?(?:填表|制表|填报|审核|审批|复核|校核|批准|编制|经办|负责|主要负责|单位负责|联系|签字|签名|签发|盖章|公章|日期|时间|备注|注|说明|附注)[^:]{0,8}(?:[:)]|$)/
const NUMBER_HEADINGS = new Set(['序号', '编号', 'no', 'no.', '#', '行号'])

/** What a row is if it is no data. @param needed positions of the columns that every row fills */
export function leftOut(
  cells: readonly string[],
  headings: Headings,
  needed: readonly number[],
): LeftOut | undefined {
  const code = headings.positions.get('creditCode')
  if (code !== undefined && tidy(cells[code] ?? '') === EXAMPLE_CREDIT_CODE) return 'example'
  const keys = cells.map(wordKey)
  const first = keys.findIndex((key) => key !== '')
  const lead = keys[first] ?? ''
  const said = keys.filter((key) => key !== '')
  if (headings.repeated.has(rowKey(cells))) return 'heading'
  if (isNumbering(said)) return 'numbering'
  // What a merged cell repeats counts once.
  const own = needed.filter((at) => (keys[at] ?? '') !== '' && (at === first || keys[at] !== lead))
  if (own.length * 2 > needed.length) return undefined
  if (TOTAL.test(lead) || (said.length > 1 && TOTAL.test(said[1] ?? '') && /^\d+$/.test(lead)))
    return 'total'
  if (SIGNED.test(lead)) return 'signature'
  const only = said.length === 1 && /^\d+$/.test(lead)
  return only && NUMBER_HEADINGS.has(wordKey(headings.texts[first] ?? ''))
    ? 'blank-number'
    : undefined
}

/** 1, 2, 3 … or (1), (2), (3) … from left to right. */
function isNumbering(said: readonly string[]): boolean {
  return said.length >= 4 && said.every((key, at) => key.replace(/[()]/g, '') === String(at + 1))
}
