import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { fixture, readAll, temporaryFile } from './test-files.ts'

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

it.each([
  ['空.xlsx', '', '文件是空的'],
  ['旧.xls', COMPOUND, '旧版 .xls'],
  ['加密.xlsx', COMPOUND, '带密码保护'],
  ['假.xlsx', '统一社会信用代码', '内容却不是工作簿'],
  ['坏.xlsx', Buffer.from('504b030400000000', 'hex'), '文件已损坏'],
  ['图.png', 'png', '不支持 .png 文件'],
])('%s is refused', async (name, content, message) => {
  const path = await temporaryFile(name, content)
  await expect(readAll(path)).rejects.toThrow(FileProblem)
  await expect(readAll(path)).rejects.toThrow(message)
})

it('says so when a workbook was cut off', async () => {
  const whole = await readFile(fixture('enterprises-libreoffice.xlsx'))
  await expect(readAll(await temporaryFile('断.xlsx', whole.subarray(0, 4000)))).rejects.toThrow(
    '文件已损坏',
  )
})

it('says so when there is no file', async () => {
  await expect(readAll('没有.xlsx')).rejects.toThrow('找不到文件')
})
