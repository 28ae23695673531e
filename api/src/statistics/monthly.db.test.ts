import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { TODAY } from '../db/test-fixture-places.ts'
import type { Scope } from '../db/scope.ts'
import { XLSX_TYPE } from '../ledger/write/workbook.ts'
import { testApp } from '../test-app.ts'
import { Monthly } from './schema.ts'

const Page = z.object({ items: z.array(z.unknown()) })
const ACTOR = { id: '00000000-0000-4000-8000-c00000000001', name: '局长', role: 'leader' }
const LEADER: Scope = { audience: 'wide', userId: ACTOR.id, actor: ACTOR }

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

async function workbook(path: string, scope: Scope = LEADER): Promise<ExcelJS.Workbook> {
  const response = await app.get(path, { scope })
  expect(
    response.status,
    await response
      .clone()
      .text()
      .then((text) => text.slice(0, 200)),
  ).toBe(200)
  expect(response.headers.get('content-type')).toBe(XLSX_TYPE)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  return book
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

const valuesOf = (sheet: ExcelJS.Worksheet, row: number, width: number) =>
  Array.from({ length: width }, (_, index) => sheet.getRow(row).getCell(index + 1).value)

describe('GET /api/statistics/monthly.xlsx', () => {
  it('says what the table on screen says, in numbers, with a line for the whole', async () => {
    const month = TODAY.slice(0, 7)
    const book = await workbook(`/api/statistics/monthly.xlsx?month=${month}`)
    const table = await app.read(`/api/statistics/monthly?month=${month}`, Monthly, LEADER)
    const sheet = sheetOf(book, '按镇街')
    expect(sheet.getCell('A1').value).toBe('2026年1—11月安全生产事故隐患排查治理情况统计表')
    expect(sheet.getCell('A2').value).toBe(
      `填报单位：区经信局　　　　统计区间：2026-01-01 至 2026-11-30　　　　填报日期：${TODAY}`,
    )
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 3 }])
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 })
    expect(sheet.rowCount).toBe(table.towns.length + 5)
    expect(sheet.getRow(sheet.rowCount).getCell(1).value).toBe(
      '填报人：局长　　　　审核人：　　　　单位（盖章）：',
    )
    const lines = [...table.towns, { name: '合计', ...table.total }]
    for (const [index, line] of lines.entries()) {
      expect(valuesOf(sheet, index + 4, 13)).toEqual([
        line.name,
        line.units,
        line.foundGeneral,
        line.fixedGeneral,
        line.generalRate ?? '—',
        line.foundMajor,
        line.closedMajor,
        line.majorRate ?? '—',
        line.planned,
        line.fiveSettled,
        line.listed,
        line.listedByProvince,
        line.funds,
      ])
    }
    expect(sheetOf(book, '按行业').rowCount).toBe(table.industries.length + 5)
    expect(sheetOf(book, '口径说明').rowCount).toBeGreaterThan(5)
  })

  it('names whoever filled it in and checked it as asked', async () => {
    const book = await workbook(
      `/api/statistics/monthly.xlsx?month=2026-11&filledBy=${encodeURIComponent('科员甲')}&checkedBy=${encodeURIComponent('科长甲')}`,
    )
    const sheet = sheetOf(book, '按镇街')
    expect(sheet.getRow(sheet.rowCount).getCell(1).value).toBe(
      '填报人：科员甲　　　　审核人：科长甲　　　　单位（盖章）：',
    )
  })

  it('counts the units that are supervised, not those that reported', async () => {
    const table = await app.read('/api/statistics/monthly?month=2026-11', Monthly, LEADER)
    const { items } = await app.read('/api/enterprises?limit=200', Page)
    expect(table.total.units).toBe(items.length)
    for (const lines of [table.towns, table.industries])
      expect(lines.reduce((sum, { units }) => sum + units, 0)).toBe(items.length)
    expect(table).toMatchObject({
      unit: { zh: '区经信局' },
      filledBy: ACTOR.name,
      filledOn: TODAY,
    })
  })

  it('counts what the list of hazards shows', async () => {
    const { total } = await app.read('/api/statistics/monthly?month=2026-11', Monthly, LEADER)
    const count = async (query: string) =>
      (
        await app.read(
          `/api/hazards?limit=200&reportedFrom=2026-01-01&reportedTo=2026-11-30${query}`,
          Page,
        )
      ).items.length
    expect(total.foundGeneral).toBe(await count('&grade=general'))
    expect(total.fixedGeneral).toBe(
      await count('&grade=general&status=accepted,closed&acceptedTo=2026-11-30'),
    )
    expect(total.foundMajor).toBe(await count('&grade=major'))
    expect(total.closedMajor).toBe(await count('&grade=major&status=closed'))
    expect(total.majorRate).toBe(0)
    const empty = await app.read('/api/statistics/monthly?month=2001-01', Monthly, LEADER)
    expect(empty.total).toMatchObject({
      units: total.units,
      foundGeneral: 0,
      generalRate: null,
      majorRate: null,
    })
  })
})
