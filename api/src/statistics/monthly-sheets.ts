import {
  sheetOf,
  type CellForm,
  type CellValue,
  type Sheet,
  type SheetColumn,
} from '../ledger/write/workbook.ts'
import type { Monthly } from './schema.ts'

type Line = Monthly['total'] & { readonly name: string }
type Figure = keyof Monthly['total']

/** A rate as a number where there is one, so that it can be counted with; — where there is nothing to divide by. */
const rate = (value: number | null): CellValue => value ?? '—'

const FIGURES: readonly { readonly title: string; readonly form: CellForm; readonly of: Figure }[] =
  [
    { title: '监管单位数', form: 'count', of: 'units' },
    { title: '一般隐患 排查', form: 'count', of: 'foundGeneral' },
    { title: '一般隐患 已整改', form: 'count', of: 'fixedGeneral' },
    { title: '一般隐患 整改率', form: 'percent', of: 'generalRate' },
    { title: '重大隐患 排查', form: 'count', of: 'foundMajor' },
    { title: '重大隐患 已销号', form: 'count', of: 'closedMajor' },
    { title: '重大隐患 整改率', form: 'percent', of: 'majorRate' },
    { title: '列入治理计划', form: 'count', of: 'planned' },
    { title: '五到位', form: 'count', of: 'fiveSettled' },
    { title: '挂牌督办', form: 'count', of: 'listed' },
    { title: '其中 省级挂牌', form: 'count', of: 'listedByProvince' },
    { title: '落实资金（万元）', form: 'decimal', of: 'funds' },
  ]

const NOTES: readonly (readonly [string, string])[] = [
  ['统计区间', '当年1月1日至报表月末，累计'],
  ['监管单位数', '制表时在册的监管单位，不论区间内是否上报隐患'],
  ['排查', '区间内上报且未作废的隐患；未定级的不计入一般或重大'],
  ['已整改', '排查出的一般隐患中，至月末已验收通过或已销号的'],
  ['已销号', '排查出的重大隐患中，至月末已销号的'],
  ['整改率', '已整改（已销号）÷ 排查；分母为 0 时记“—”'],
  ['列入治理计划', '已提交治理方案的重大隐患'],
  ['五到位', '治理方案中责任、措施、资金、时限、预案五项均已落实的重大隐患'],
  ['挂牌督办', '曾列为挂牌督办的隐患，含已摘牌'],
  ['落实资金', '区间内排查出的隐患，整改时填报的资金'],
]

const GAP = '　　　　'

/**
 * The official monthly table: by town, by industry, and how it is counted.
 * @param checkedBy 审核人; blank leaves a place to sign
 */
export function monthlySheets(table: Monthly, checkedBy: string): Sheet[] {
  const { month, total, towns, industries } = table
  const [year = '', number = ''] = month.split('-')
  const heading = `${year}年1—${Number(number)}月安全生产事故隐患排查治理情况统计表`
  const form = formOf(table, checkedBy)
  const whole = { name: '合计', ...total }
  return [
    sheetOf('按镇街', columnsBy('镇街'), [...towns, whole], { heading, form }),
    sheetOf('按行业', columnsBy('行业'), [...industries, whole], { heading, form }),
    sheetOf(
      '口径说明',
      [
        { title: '指标', width: 18, form: 'text', value: ([name]) => name },
        { title: '口径', width: 72, form: 'text', value: ([, meaning]) => meaning },
      ],
      NOTES,
    ),
  ]
}

/** Who hands the table in, who answers for it, and where the seal goes. */
function formOf({ unit, from, to, filledBy, filledOn }: Monthly, checkedBy: string) {
  return {
    above: [`填报单位：${unit.zh}`, `统计区间：${from} 至 ${to}`, `填报日期：${filledOn}`].join(
      GAP,
    ),
    below: [[`填报人：${filledBy}`, `审核人：${checkedBy}`, '单位（盖章）：'].join(GAP)],
  }
}

function columnsBy(dimension: string): SheetColumn<Line>[] {
  return [
    { title: dimension, width: 24, form: 'text', value: ({ name }) => name },
    ...FIGURES.map(({ title, form, of }) => ({
      title,
      width: 12,
      form,
      value: (line: Line) => rate(line[of]),
    })),
  ]
}
