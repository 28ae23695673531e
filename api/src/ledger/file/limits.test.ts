import { describe, expect, it } from 'vitest'
import { openTableFileApart } from './apart/open.ts'
import { FileProblem } from './file-problem.ts'
import { UPLOAD_LIMITS, type ReadLimits } from './limits.ts'
import { openTableFile } from './open.ts'
import type { FileSource, TableFile } from './table-file.ts'
import { rawWorkbook, sheetData, zipOf } from './test-workbook.ts'

const MEGABYTE = 2 ** 20
const SMALL: ReadLimits = {
  ...UPLOAD_LIMITS,
  partBytes: MEGABYTE,
  parts: 20,
  sheets: 3,
  rows: 100,
  cells: 1000,
  columns: 20,
  cellLength: 1000,
  sharedCharacters: 5000,
}

/** How many rows a file has. */
async function count(file: TableFile): Promise<number> {
  let rows = 0
  for await (const _ of file.rows(0)) rows += 1
  await file.close()
  return rows
}

const rows = (number: number, cells: readonly string[]) =>
  sheetData(...Array.from({ length: number }, () => cells))
const strings = (number: number, text: string) =>
  `<sst>${`<si><t>${text}</t></si>`.repeat(number)}</sst>`
const FINE = rows(1, ['甲'])

describe('a workbook is refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    [
      'with too long a cell',
      () => rawWorkbook({ sheets: [rows(1, ['x'.repeat(1001)])] }),
      '超过 1000 字',
    ],
    ['with too many rows', () => rawWorkbook({ sheets: [rows(101, ['x'])] }), '超过 100 行'],
    [
      'with too many blank rows',
      () => rawWorkbook({ sheets: [`<sheetData>${'<row/>'.repeat(101)}</sheetData>`] }),
      '超过 100 行',
    ],
    [
      'with too many blank cells',
      () => rawWorkbook({ sheets: [`<sheetData><row>${'<c/>'.repeat(1001)}</row></sheetData>`] }),
      '超过 1000 个单元格',
    ],
    [
      'with cells far to the right',
      () => rawWorkbook({ sheets: ['<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>'] }),
      '第 20 列之后',
    ],
    [
      'with too many sheets',
      () => rawWorkbook({ sheets: [FINE, FINE, FINE, FINE] }),
      '工作表超过 3 张',
    ],
    [
      'with too much shared text',
      () => rawWorkbook({ sheets: [FINE], sharedStrings: strings(6, 'x'.repeat(999)) }),
      '文字总量过大',
    ],
    [
      'with too many shared texts',
      () => rawWorkbook({ sheets: [FINE], sharedStrings: strings(1001, '') }),
      '文字总量过大',
    ],
    [
      'with too long a shared text',
      () => rawWorkbook({ sheets: [FINE], sharedStrings: strings(1, 'x'.repeat(1001)) }),
      '超过 1000 字',
    ],
    [
      'with a part that is too large',
      () => rawWorkbook({ sheets: [' '.repeat(MEGABYTE)] }),
      '解压后过大',
    ],
    [
      'with too many parts',
      () => zipOf(Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`p${at}`, '']))),
      '解压后过大',
    ],
    [
      'with elements nested too deeply',
      () => rawWorkbook({ sheets: ['<a>'.repeat(100) + '</a>'.repeat(100)] }),
      '文件已损坏',
    ],
    [
      'with an entity that grows',
      () =>
        zipOf({
          'xl/_rels/workbook.xml.rels': '<Relationships/>',
          'xl/workbook.xml': '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>',
        }),
      '文件已损坏',
    ],
  ])('%s', async (_, make, message) => {
    const bytes = make()
    const reading = openTableFile({ name: 'a.xlsx', bytes }, SMALL).then(count)
    await expect(reading).rejects.toThrow(FileProblem)
    await expect(reading).rejects.toThrow(message)
  })

  it('as soon as its XML holds more than a cell can, whatever its part is called to be', async () => {
    const bytes = rawWorkbook({ sheets: [`<sheetData><row><c><v>${'1'.repeat(8 * MEGABYTE)}`] })
    const limits = { ...UPLOAD_LIMITS, cellLength: 64 * MEGABYTE }
    const reading = openTableFile({ name: 'a.xlsx', bytes }, limits).then(count)
    await expect(reading).rejects.toThrow('内容过长')
  })
})

describe('a text file is refused', () => {
  it.each([
    ['with too many rows', 'a\n'.repeat(101), '超过 100 行'],
    ['with too many columns', 'a,'.repeat(21) + 'b', '超过 20 列'],
    ['with a quotation mark left open', `a\n"${'x\n'.repeat(10_000)}`, '引号没有成对'],
  ])('%s', async (_, text, message) => {
    const reading = openTableFile({ name: 'a.csv', bytes: Buffer.from(text) }, SMALL).then(count)
    await expect(reading).rejects.toThrow(message)
  })

  it('by its size', async () => {
    const source: FileSource = { name: 'a.csv', bytes: new Uint8Array(11 * MEGABYTE) }
    await expect(openTableFile(source, UPLOAD_LIMITS)).rejects.toThrow('文件超过 10 MB')
  })
})

describe('in a thread of its own', () => {
  it('a file is read like in this one', async () => {
    const bytes = rawWorkbook({ sheets: [rows(1200, ['甲', '<c t="e"><v>#N/A</v></c>'])] })
    const [here, apart] = [
      await openTableFile({ name: 'a.xlsx', bytes }, UPLOAD_LIMITS),
      await openTableFileApart('a.xlsx', bytes, UPLOAD_LIMITS),
    ]
    expect([apart.sheets, apart.date1904]).toEqual([here.sheets, here.date1904])
    const expected = here.rows(0)
    for await (const row of apart.rows(0)) expect(row).toEqual((await expected.next()).value)
    expect((await expected.next()).done).toBe(true)
    await Promise.all([here.close(), apart.close()])
  })

  it('its rows may be left and begun anew', async () => {
    const bytes = rawWorkbook({ sheets: [rows(1200, ['甲'])] })
    const file = await openTableFileApart('a.xlsx', bytes, UPLOAD_LIMITS)
    for await (const { number } of file.rows(0)) if (number === 3) break
    expect(await count(file)).toBe(1200)
  })

  it('what is wrong with it is told', async () => {
    const opening = openTableFileApart('a.xlsx', Buffer.from('504b0304', 'hex'), UPLOAD_LIMITS)
    await expect(opening).rejects.toThrow(FileProblem)
    const long = rawWorkbook({ sheets: [rows(1, ['x'.repeat(40_000)])] })
    const file = await openTableFileApart('a.xlsx', long, UPLOAD_LIMITS)
    await expect(count(file)).rejects.toThrow('超过 32767 字')
    await file.close()
  })

  it('it waits for nobody, and nobody waits for it', async () => {
    // Bombs of one cell, of shared text, and of cells: each unpacks to tens of megabytes.
    const wide = 40 * MEGABYTE
    const bombs = [
      rawWorkbook({
        sheets: [Buffer.concat([Buffer.from('<sheetData><row><c><v>'), Buffer.alloc(wide, 49)])],
      }),
      rawWorkbook({
        sheets: [FINE],
        sharedStrings: Buffer.concat([Buffer.from('<sst><si><t>'), Buffer.alloc(wide, 49)]),
      }),
      rawWorkbook({
        sheets: [
          Buffer.from(`<sheetData><row>${'<c><v>1</v></c>'.repeat(2_500_000)}</row></sheetData>`),
        ],
      }),
    ]
    let longest = 0
    let last = performance.now()
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const before = process.memoryUsage().rss
    for (const bytes of bombs) {
      expect(bytes.length).toBeLessThan(MEGABYTE)
      last = performance.now()
      const reading = openTableFileApart('a.xlsx', bytes, UPLOAD_LIMITS).then(count)
      await expect(reading).rejects.toThrow(FileProblem)
    }
    clearInterval(ticking)
    expect(longest).toBeLessThan(1000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MEGABYTE)
  })
})
