import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { csvRows } from './csv.ts'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import type { SheetRow } from '@onemap/api/ledger/file/sheet-row'
import { xlsxRows } from '@onemap/api/ledger/file/xlsx'

const ZIP = '504b0304'
/** Compound files: workbooks of before 2007, and encrypted ones of any year. */
const COMPOUND = 'd0cf11e0'

/**
 * The rows of a ledger file, .xlsx or .csv by what it holds rather than by its name.
 * @throws FileProblem if there is none, or it is empty, protected or of another kind
 */
export async function openLedgerFile(
  path: string,
  sheet?: string,
): Promise<AsyncGenerator<SheetRow>> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new FileProblem(`找不到文件：${path}`)
  if (!found.isFile()) throw new FileProblem(`不是文件：${path}`)
  if (found.size === 0) throw new FileProblem('文件是空的（0 字节）')
  const magic = await firstBytes(path)
  if (magic === COMPOUND) {
    throw new FileProblem(
      '文件带密码保护，或是旧版 .xls：请去掉密码，并“另存为”Excel 工作簿（.xlsx）后再导入',
    )
  }
  if (magic === ZIP) return xlsxRows(path, sheet)
  const extension = extname(path).toLowerCase()
  if (extension === '.xlsx') throw new FileProblem('文件已损坏：扩展名是 .xlsx，内容却不是工作簿')
  if (extension !== '.csv' && extension !== '.txt')
    throw new FileProblem(`不支持 ${extension || '无扩展名'} 文件，应为 .xlsx 或 .csv`)
  if (sheet !== undefined) throw new FileProblem('CSV 文件没有工作表，不能用 --sheet')
  return csvRows(path)
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await file.close()
  }
}
