import ExcelJS from 'exceljs'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId, GRID } from '../db/test-fixture-places.ts'
import type { Scope } from '../db/scope.ts'
import { HAZARD_EXPORT_COLUMN_CODES, HAZARD_EXPORT_COLUMNS } from '../domain/hazard-export.ts'
import { HAZARD_STATUSES } from '../domain/hazard.ts'
import { XLSX_TYPE } from '../ledger/write/workbook.ts'
import { testApp } from '../test-app.ts'
import { HazardItem } from './schema.ts'

const Page = z.object({ items: z.array(HazardItem) })
const ACTOR = { id: '00000000-0000-4000-8000-c00000000001', name: '局长', role: 'leader' }
const LEADER: Scope = { audience: 'wide', userId: ACTOR.id, actor: ACTOR }
const DANGEROUS = '=HYPERLINK("http://evil","点我")'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
  await app.database.asOwner((tx) =>
    tx.execute(
      sql`UPDATE hazards SET description = ${DANGEROUS}, location_text = '+1+1' WHERE enterprise_id = ${enterpriseId(2)}`,
    ),
  )
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

describe('GET /api/hazards.xlsx', () => {
  it('has every column by its Chinese name, the head frozen, and a row for each hazard of the list', async () => {
    const sheet = sheetOf(await workbook('/api/hazards.xlsx'), '隐患')
    const { items } = await app.read('/api/hazards?limit=200', Page)
    expect(sheet.rowCount).toBe(items.length + 1)
    expect(valuesOf(sheet, 1, HAZARD_EXPORT_COLUMN_CODES.length)).toEqual(
      HAZARD_EXPORT_COLUMN_CODES.map((code) => HAZARD_EXPORT_COLUMNS[code].zh),
    )
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
    for (const [index, item] of items.entries()) {
      const row = valuesOf(sheet, index + 2, HAZARD_EXPORT_COLUMN_CODES.length)
      const cell = (code: (typeof HAZARD_EXPORT_COLUMN_CODES)[number]) =>
        row[HAZARD_EXPORT_COLUMN_CODES.indexOf(code)]
      expect([cell('code'), cell('enterprise'), cell('status')]).toEqual([
        item.code,
        item.enterpriseName,
        HAZARD_STATUSES[item.status].zh,
      ])
      expect(cell('overdueDays')).toBe(item.overdueDays)
      expect(cell('deadline')).toEqual(
        item.deadline === null ? null : new Date(`${item.deadline}T00:00:00Z`),
      )
      // The clock in China, as a date without a zone.
      expect(cell('reportedAt')).toEqual(new Date(`${item.reportedAt.slice(0, 19)}Z`))
    }
  })

  it('keeps what looks like a formula as text, also when it is edited', async () => {
    const sheet = sheetOf(
      await workbook(
        `/api/hazards.xlsx?enterpriseId=${enterpriseId(2)}&columns=description,place,code`,
      ),
      '隐患',
    )
    expect(valuesOf(sheet, 1, 4)).toEqual(['编号', '隐患描述', '位置', null])
    expect(valuesOf(sheet, 2, 3)).toEqual(['YH1', DANGEROUS, '+1+1'])
    for (const column of [2, 3]) {
      const cell = sheet.getRow(2).getCell(column)
      expect([cell.type, cell.numFmt, cell.formula]).toEqual([
        ExcelJS.ValueType.String,
        '@',
        undefined,
      ])
    }
  })

  it('is narrowed like the list, by the reader’s scope too, and is recorded', async () => {
    const { items } = await app.read('/api/hazards?limit=200&overdue=true', Page)
    expect(sheetOf(await workbook('/api/hazards.xlsx?overdue=true'), '隐患').rowCount).toBe(
      items.length + 1,
    )
    expect(
      sheetOf(
        await workbook('/api/hazards.xlsx', { audience: 'grid', gridIds: [GRID.plant] }),
        '隐患',
      ).rowCount,
    ).toBe(2)
    const Count = z.object({ n: z.int() })
    const [recorded] = await app.database.asOwner(
      async (tx) =>
        z
          .object({ rows: z.array(Count) })
          .parse(
            await tx.execute(
              sql`SELECT count(*)::int AS n FROM audit_log WHERE action = 'export' AND actor_name = '局长' AND changes ? 'overdue'`,
            ),
          ).rows,
    )
    expect(recorded?.n).toBe(1)
    expect(await app.wrongFields('/api/hazards.xlsx?columns=mobile')).toEqual(['columns'])
  })
})
