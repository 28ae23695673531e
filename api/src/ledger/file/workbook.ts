import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import { readXml } from './xml.ts'

/** A worksheet of a workbook and the archive's part that holds it. */
export interface WorkbookSheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** What the workbook says of itself as a whole. */
export interface WorkbookParts {
  /** In the order of their tabs. */
  readonly sheets: readonly WorkbookSheet[]
  /** Days are counted from 1904, as spreadsheets on the Macintosh used to. */
  readonly date1904: boolean
}

const BOOK = 'xl/workbook.xml'
const SHEET = /\/worksheet$/

/** @throws FileProblem if the archive is not an .xlsx workbook */
export async function readWorkbook(
  archive: Archive,
  limits: Pick<ReadLimits, 'sheets'>,
): Promise<WorkbookParts> {
  if (!archive.has(BOOK)) {
    throw new FileProblem({
      zh: '不是 .xlsx 工作簿：请在表格软件中“另存为”Excel 工作簿（.xlsx）',
      en: 'This is no .xlsx workbook: use “Save as… Excel workbook (.xlsx)” in a spreadsheet',
    })
  }
  const targets = new Map<string, string>()
  await readXml(await archive.open('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target, Type = '/worksheet' }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return
      if (SHEET.test(Type)) targets.set(Id, Target)
    },
  })
  const sheets: WorkbookSheet[] = []
  let date1904 = false
  await readXml(await archive.open(BOOK), {
    open(element, attributes) {
      if (element === 'workbookPr')
        date1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')
      const target = targets.get(
        Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '',
      )
      if (element !== 'sheet' || target === undefined) return
      if (sheets.length >= limits.sheets) {
        throw new FileProblem({
          zh: `工作表超过 ${limits.sheets} 张，请拆分后分别导入`,
          en: `There are more than ${limits.sheets} sheets: split the workbook`,
        })
      }
      // Some programs write targets from the archive's root, others from the workbook's folder.
      const part = target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
      sheets.push({
        name: attributes['name'] ?? '',
        part,
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      })
    },
  })
  return { sheets, date1904 }
}
