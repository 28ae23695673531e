import { creditCode } from './cells/credit-code.ts'
import { text } from './cells/text.ts'
import { mustBeFilled, oneWayOf, optional } from './column.ts'
import { EXAMPLE_CREDIT_CODE } from './example.ts'
import type { Fault } from './parse-cells.ts'

/** 统一社会信用代码 and 企业名称 of a row about an enterprise that is on record: either is enough. */
export const ofEnterprise = (note: string) => ({
  creditCode: oneWayOf(
    {
      heading: '统一社会信用代码',
      aliases: ['信用代码', '社会信用代码', '统一信用代码', '企业信用代码'],
      example: EXAMPLE_CREDIT_CODE,
      note,
      instead: ['enterpriseName'],
    },
    creditCode(),
  ),
  enterpriseName: optional(
    {
      heading: '企业名称',
      aliases: [
        '单位名称',
        '企业',
        '公司名称',
        '企业全称',
        '生产经营单位名称',
        '受检单位',
        '受检企业',
        '被检查单位',
        '被检单位',
        '责任单位名称',
        '单位',
        '所属企业',
        '企业（单位）名称',
      ],
      example: '',
      note: '填了信用代码可不填；只填名称时，须与登记的名称相符且只有一家',
    },
    text(120),
  ),
})

/** A row that names no enterprise. */
export function unnamedEnterprise(values: {
  readonly creditCode: string | null
  readonly enterpriseName: string | null
}): Fault[] {
  if (values.creditCode !== null || values.enterpriseName !== null) return []
  const { allowed } = creditCode()
  return [
    {
      key: 'creditCode',
      fault: mustBeFilled({
        zh: `${allowed.zh}，或企业名称`,
        en: `${allowed.en}, or the name of the enterprise`,
      }),
    },
  ]
}
