import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { openCsv } from './csv.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import type { FileSource, TableFile } from './table-file.ts'
import { openXlsx } from './xlsx.ts'

const ZIP = '504b0304'
/** Compound files: workbooks of before 2007, and encrypted ones of any year. */
const COMPOUND = 'd0cf11e0'

/**
 * Opens a file of rows and columns, .xlsx or .csv by what it holds rather than by its name.
 * @throws FileProblem if there is none, or it is empty, protected, too large or of another kind
 */
export async function openTableFile(source: FileSource, limits: ReadLimits): Promise<TableFile> {
  const { name, content, size, magic } =
    typeof source === 'string' ? await lookAtPath(source) : lookAtBytes(source)
  if (size === 0)
    throw new FileProblem({ zh: '文件是空的（0 字节）', en: 'The file is empty (0 bytes)' })
  if (size > limits.fileBytes) {
    const most = Math.round(limits.fileBytes / 2 ** 20)
    throw new FileProblem({
      zh: `文件超过 ${most} MB，请拆分后分别导入`,
      en: `The file is larger than ${most} MB: split it`,
    })
  }
  if (magic === COMPOUND) {
    throw new FileProblem({
      zh: '文件带密码保护，或是旧版 .xls：请去掉密码，并“另存为”Excel 工作簿（.xlsx）后再导入',
      en: 'The file is protected by a password or an old .xls: remove the password and use “Save as… Excel workbook (.xlsx)”',
    })
  }
  if (magic === ZIP) return openXlsx(content, limits)
  const extension = extname(name).toLowerCase()
  if (extension === '.xlsx') {
    throw new FileProblem({
      zh: '文件已损坏：扩展名是 .xlsx，内容却不是工作簿',
      en: 'The file is damaged: it is named .xlsx but holds no workbook',
    })
  }
  if (extension !== '.csv' && extension !== '.txt') {
    throw new FileProblem({
      zh: `不支持 ${extension || '无扩展名'} 文件，应为 .xlsx 或 .csv`,
      en: `${extension || 'A file without an extension'} cannot be read: .xlsx or .csv is needed`,
    })
  }
  return openCsv(content, limits)
}

interface Look {
  readonly name: string
  readonly content: string | Uint8Array
  readonly size: number
  /** The first four bytes in hexadecimal. */
  readonly magic: string
}

function lookAtBytes({ name, bytes }: Exclude<FileSource, string>): Look {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return { name, content: bytes, size: bytes.byteLength, magic }
}

async function lookAtPath(path: string): Promise<Look> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined)
    throw new FileProblem({ zh: `找不到文件：${path}`, en: `There is no such file: ${path}` })
  if (!found.isFile())
    throw new FileProblem({ zh: `不是文件：${path}`, en: `This is no file: ${path}` })
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const magic = buffer.subarray(0, bytesRead).toString('hex')
    return { name: path, content: path, size: found.size, magic }
  } finally {
    await file.close()
  }
}
