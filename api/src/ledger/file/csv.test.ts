import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { readAll, temporaryFile } from './test-files.ts'

const TEXT = '编号,描述\r\n1,"喷头堵塞,\n已停用"\r\n\r\n3,镕基路\r\n'
const ROWS = [
  { number: 1, cells: ['编号', '描述'] },
  { number: 2, cells: ['1', '喷头堵塞,\n已停用'] },
  { number: 4, cells: ['3', '镕基路'] },
]

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['GB 18030', iconv.encode(TEXT, 'gb18030')],
  ['UTF-16', iconv.encode(TEXT, 'utf16le', { addBOM: true })],
])('reads %s', async (_, content) => {
  expect(await readAll(await temporaryFile('a.csv', content))).toEqual(ROWS)
})

it('finds the encoding wherever the first Chinese character stands', async () => {
  const path = await temporaryFile(
    'a.csv',
    iconv.encode(`${'a,b\n'.repeat(50_000)}镕,1\n`, 'gb18030'),
  )
  expect((await readAll(path)).at(-1)?.cells).toEqual(['镕', '1'])
})

it('knows tabs', async () => {
  expect((await readAll(await temporaryFile('a.txt', 'a\tb\tc,d\n')))[0]?.cells).toEqual([
    'a',
    'b',
    'c,d',
  ])
})
