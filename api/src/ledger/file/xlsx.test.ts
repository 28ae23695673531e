import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { fixture, readAll, temporaryPath } from './test-files.ts'
import { rawWorkbook, sheetData } from './test-workbook.ts'

const workbook = (bytes: Uint8Array) => ({ name: '台账.xlsx', bytes })
const trouble = (zh: string) => expect.objectContaining({ zh: expect.stringContaining(zh) })

describe('workbooks of other programs', () => {
  it('reads what LibreOffice wrote', async () => {
    const rows = await readAll(fixture('enterprises-libreoffice.xlsx'))
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(rows[2]?.cells.slice(0, 3)).toEqual([
      '91370405MA30000007',
      '测试企业0有限公司',
      '高危企业',
    ])
  })

  it.each(['risk-points-libreoffice.xlsx', 'risk-points-openpyxl.xlsx'])(
    'reads titles, merged cells, days and numbers of %s',
    async (name) => {
      const rows = await readAll(fixture(name))
      expect(rows.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6])
      expect(rows[2]?.cells[2]).toBe('ＦＸ００１')
      expect(rows[2]?.cells[13]).toBe('2026-03-15')
      expect(rows[2]?.stored?.get(13)).toBe('46096')
      // The cell is merged over both rows.
      expect(rows[3]?.cells[1]).toBe(rows[2]?.cells[1])
    },
  )

  it('takes a formula for its result', async () => {
    const rows = await readAll(fixture('risk-points-libreoffice.xlsx'))
    expect(rows[2]?.cells[11]).toBe('270')
  })
})

describe('cells', () => {
  it('joins rich text, shows numbers as a spreadsheet does, keeps row numbers over gaps', async () => {
    const path = await temporaryPath('cells.xlsx')
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('一')
    sheet.getCell('A2').value = {
      richText: [{ text: '法兰' }, { font: { bold: true }, text: '泄漏' }],
    }
    sheet.getCell('C2').value = 0.1 + 0.2
    sheet.getCell('D2').value = 9.1370405123456e17
    sheet.getCell('E2').value = true
    sheet.getCell('A5').value = { formula: '1+1', result: 2 }
    book.addWorksheet('二').addRow(['第二张'])
    await book.xlsx.writeFile(path)
    expect(await readAll(path)).toEqual([
      { number: 2, cells: ['法兰泄漏', '', '0.3', '9.1370405123456e+17', '是'] },
      { number: 5, cells: ['2'] },
    ])
    expect((await readAll(path, 1))[0]?.cells).toEqual(['第二张'])
  })

  it.each([
    ['000', '1', '001'],
    ['"FX-"000', '7', 'FX-007'],
    ['00-00', '123', '01-23'],
    ['0"号"', '5', '5号'],
    ['yyyy\\-mm\\-dd', '46152', '2026-05-10'],
    ['yyyy"年"m"月"d"日";@', '46152', '2026-05-10'],
    ['m"月"d"日"', '46152', '2026-05-10'],
    ['yyyy/m/d h:mm', '46152.5', '2026-05-10 12:00:00'],
    ['[$-804]yyyy"年"m"月"d"日"', '46152', '2026-05-10'],
    // How many decimals are shown, and how they are grouped, is no part of a value.
    ['0.00', '117.727', '117.727'],
    ['#,##0', '13800000000', '13800000000'],
    ['0.00E+00', '13800000000', '13800000000'],
    ['0%', '0.5', '0.5'],
    ['General', '13800000000', '13800000000'],
    [';;;', '1', '1'],
    ['not [a format', '1', '1'],
  ])('in the format %s show %s as %s', async (format, value, shown) => {
    const bytes = rawWorkbook({
      sheets: [sheetData([`<c s="1"><v>${value}</v></c>`])],
      formats: [format],
    })
    const [row] = await readAll(workbook(bytes))
    expect(row?.cells).toEqual([shown])
    expect(row?.stored?.get(0) ?? shown).toBe(value)
  })

  it('counts days from 1904 where the workbook does', async () => {
    const bytes = rawWorkbook({
      properties: 'date1904="1"',
      sheets: [sheetData(['<c s="1"><v>44690</v></c>', '<c><v>44690</v></c>'])],
      formats: ['yyyy-mm-dd'],
    })
    expect((await readAll(workbook(bytes)))[0]?.cells).toEqual(['2026-05-10', '44690'])
  })

  it.each([
    ['an error', '<c t="e"><f>A!#REF!</f><v>#REF!</v></c>', '错误值 #REF!'],
    ['a formula without a result', '<c><f>"0632-"&amp;"6600052"</f></c>', '公式没有存下计算结果'],
    ['a formula with an empty result', '<c><f>1+1</f><v></v></c>', '公式没有存下计算结果'],
    ['a shared formula without a result', '<c><f t="shared" si="0"/></c>', '公式没有存下计算结果'],
    ['an escaped NUL', '<c t="inlineStr"><is><t>试验_x0000_壹厂</t></is></c>', 'U+0000'],
    ['half of a pair', '<c t="inlineStr"><is><t>试验_xD800_</t></is></c>', 'U+D800'],
    ['a control character', '<c t="inlineStr"><is><t>试_x0007_验</t></is></c>', '第 2 个字符'],
    ['what could not be decoded', '<c t="inlineStr"><is><t>试\ufffd</t></is></c>', '乱码'],
    ['a missing text', '<c t="s"><v>7</v></c>', '文字丢失'],
  ])('with %s have no value', async (_, cell, zh) => {
    const [row] = await readAll(workbook(rawWorkbook({ sheets: [sheetData(['甲', cell])] })))
    expect(row?.troubles).toEqual(new Map([[1, trouble(zh)]]))
  })

  it('may be empty by formula', async () => {
    const cell = '<c t="str"><f>IF(1,"","x")</f><v></v></c>'
    const rows = await readAll(workbook(rawWorkbook({ sheets: [sheetData(['甲', cell])] })))
    expect(rows).toEqual([{ number: 1, cells: ['甲'] }])
  })

  it('break lines in one way, and leave phonetic guides out', async () => {
    const cell =
      '<c t="inlineStr"><is><r><t>一_x000D_\n二_x000B_三</t></r><rPh><t>yi</t></rPh></is></c>'
    const rows = await readAll(workbook(rawWorkbook({ sheets: [sheetData([cell])] })))
    expect(rows[0]?.cells).toEqual(['一\n二\n三'])
  })
})

describe('rows', () => {
  it('say that they are hidden', async () => {
    const data =
      '<sheetData><row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row></sheetData>'
    const rows = await readAll(workbook(rawWorkbook({ sheets: [data] })))
    expect(rows.map(({ hidden }) => hidden === true)).toEqual([false, true])
  })

  it('hold what cells merged from above or from the left hold', async () => {
    const data = sheetData(['甲', '一'], ['', '二'], ['', ''], ['乙', '三'])
    const merges =
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A4:A4"/><mergeCell ref="B2:C3"/></mergeCells>'
    const rows = await readAll(workbook(rawWorkbook({ sheets: [data + merges] })))
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['甲', '一'],
      ['甲', '二', '二'],
      ['', '二', '二'],
      ['乙', '三'],
    ])
  })

  it('hold the trouble of a merged cell too', async () => {
    const data = sheetData(['<c t="e"><v>#N/A</v></c>', '一'], ['', '二'])
    const merges = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    const rows = await readAll(workbook(rawWorkbook({ sheets: [data + merges] })))
    expect(rows.map(({ troubles }) => troubles?.has(0))).toEqual([true, true])
  })
})
