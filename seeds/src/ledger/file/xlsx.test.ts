import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { fixture, readAll, temporaryPath } from './test-files.ts'

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
    'reads titles, merged cells, dates and numbers of %s',
    async (name) => {
      const rows = await readAll(fixture(name))
      expect(rows.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6])
      expect(rows[2]?.cells[2]).toBe('ＦＸ００１')
      expect(rows[2]?.cells[13]).toBe('46096')
      expect(rows[3]?.cells[1] ?? '').toBe('')
    },
  )

  it('takes a formula for its result', async () => {
    const rows = await readAll(fixture('risk-points-libreoffice.xlsx'))
    expect(rows[2]?.cells[11]).toBe('270')
  })
})

describe('cells', () => {
  async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
    const path = await temporaryPath('cells.xlsx')
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('一'))
    book.addWorksheet('二').addRow(['第二张'])
    await book.xlsx.writeFile(path)
    return path
  }

  it('joins rich text, shows numbers as a spreadsheet does, keeps row numbers over gaps', async () => {
    const path = await written((sheet) => {
      sheet.getCell('A2').value = {
        richText: [{ text: '法兰' }, { font: { bold: true }, text: '泄漏' }],
      }
      sheet.getCell('C2').value = 0.1 + 0.2
      sheet.getCell('D2').value = 9.1370405123456e17
      sheet.getCell('E2').value = true
      sheet.getCell('A5').value = { formula: '1+1', result: 2 }
    })
    expect(await readAll(path)).toEqual([
      { number: 2, cells: ['法兰泄漏', '', '0.3', '9.1370405123456e+17', '是'] },
      { number: 5, cells: ['2'] },
    ])
  })

  it('takes the sheet that is asked for', async () => {
    const path = await written((sheet) => sheet.addRow(['第一张']))
    expect((await readAll(path))[0]?.cells).toEqual(['第一张'])
    expect((await readAll(path, '二'))[0]?.cells).toEqual(['第二张'])
    await expect(readAll(path, '三')).rejects.toThrow('没有名为“三”的工作表，文件中有：“一”、“二”')
  })
})
