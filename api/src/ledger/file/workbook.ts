import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { FileProblem } from './file-problem.ts'
import { readXml } from './xml.ts'

/** A worksheet of a workbook and the archive's part that holds it. */
export interface Sheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

const BOOK = 'xl/workbook.xml'

/** The worksheets in the order of their tabs. @throws FileProblem if the archive is not an .xlsx workbook */
export async function sheetsOf(archive: Archive): Promise<Sheet[]> {
  if (!archive.has(BOOK))
    throw new FileProblem('不是 .xlsx 工作簿：请在表格软件中“另存为”Excel 工作簿（.xlsx）')
  const targets = new Map<string, string>()
  await readXml(await archive.open('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, Target)
    },
  })
  const sheets: Sheet[] = []
  await readXml(await archive.open(BOOK), {
    open(element, attributes) {
      const target = targets.get(
        Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '',
      )
      if (element !== 'sheet' || target === undefined) return
      // Some programs write targets from the archive's root, others from the workbook's folder.
      const part = target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
      sheets.push({
        name: attributes['name'] ?? '',
        part,
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      })
    },
  })
  return sheets
}

/** The sheet asked for, or the first one that is neither hidden nor instructions. @throws FileProblem if there is none */
export function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const names = sheets.map(({ name }) => `“${name}”`).join('、')
  const chosen =
    wanted === undefined
      ? (sheets.find(({ name, hidden }) => !hidden && !/说明/.test(name)) ?? sheets[0])
      : sheets.find(({ name }) => name.trim() === wanted.trim())
  if (chosen === undefined)
    throw new FileProblem(`没有名为“${wanted ?? ''}”的工作表，文件中有：${names}`)
  return chosen
}
