import { expect, it } from 'vitest'
import { HAZARD_COLUMNS } from './hazards/columns.ts'
import { findHeadings } from '@onemap/api/ledger/headings'
import type { SheetRow } from '@onemap/api/ledger/file/sheet-row'
import { RISK_POINT_COLUMNS } from '@onemap/api/ledger/risk-points/columns'

async function* rows(...lines: string[][]): AsyncGenerator<SheetRow> {
  for (const [index, cells] of lines.entries()) yield { number: index + 1, cells }
}

it('finds headings below a title, by alias, through line breaks and brackets', async () => {
  const found = await findHeadings(
    HAZARD_COLUMNS,
    rows(
      ['某某企业隐患台账'],
      [
        '序号',
        '统一社会\n信用代码',
        '隐患编号',
        '隐患内容*',
        '发现时间（年月日）',
        '整改情况',
        '检查部门',
      ],
    ),
  )
  expect(found.row).toBe(2)
  expect(Object.fromEntries(found.positions)).toEqual({
    creditCode: 1,
    code: 2,
    description: 3,
    foundOn: 4,
    status: 5,
  })
  expect(found.ignored).toEqual(['序号', '检查部门'])
})

it('takes 序号 as the code only where there is no better column', async () => {
  const found = await findHeadings(
    HAZARD_COLUMNS,
    rows(['序号', '信用代码', '隐患描述', '发现日期', '状态']),
  )
  expect(found.positions.get('code')).toBe(0)
})

it('gives every column one place', async () => {
  const headings = RISK_POINT_COLUMNS.map(({ heading }) => heading)
  const found = await findHeadings(RISK_POINT_COLUMNS, rows(headings))
  expect([...found.positions.values()].toSorted((a, b) => a - b)).toEqual(
    headings.map((_, index) => index),
  )
})

it('names every missing heading at once', async () => {
  await expect(
    findHeadings(HAZARD_COLUMNS, rows(['隐患编号', '隐患描述', '地点'], ['Y1', '堵塞', '东侧'])),
  ).rejects.toThrow('第 1 行表头缺少：“统一社会信用代码”、“发现日期”、“状态”')
})

it('says so when nothing looks like a heading', async () => {
  await expect(findHeadings(HAZARD_COLUMNS, rows(['a', 'b']))).rejects.toThrow('没有找到表头')
  await expect(findHeadings(HAZARD_COLUMNS, rows())).rejects.toThrow('文件是空的')
})
