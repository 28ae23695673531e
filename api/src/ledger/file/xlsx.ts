import { openArchive, type Archive } from './archive.ts'
import { readFormats } from './formats.ts'
import type { ReadLimits } from './limits.ts'
import { readMerges } from './merges.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { SheetRow } from './sheet-row.ts'
import { sheetRows, type SheetContext } from './sheet.ts'
import type { TableFile } from './table-file.ts'
import { readWorkbook } from './workbook.ts'

const SHARED_STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'

/**
 * An .xlsx workbook, whatever program wrote it: parts in any order, rich text, inline strings, formula results. Only
 * the shared texts are held in memory; rows are unpacked as they are asked for.
 * @throws FileProblem
 */
export async function openXlsx(
  source: string | Uint8Array,
  limits: ReadLimits,
): Promise<TableFile> {
  const archive = await openArchive(source, limits)
  try {
    const { sheets, date1904 } = await readWorkbook(archive, limits)
    const context = await readContext(archive, date1904, limits)
    return {
      sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
      date1904,
      rows: (sheet) => rowsOf(archive, sheets[sheet]?.part, context),
      async close() {
        archive.close()
      },
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

type BookContext = Omit<SheetContext, 'merges'>

async function readContext(
  archive: Archive,
  date1904: boolean,
  limits: ReadLimits,
): Promise<BookContext> {
  return {
    limits,
    sharedStrings: archive.has(SHARED_STRINGS)
      ? await readSharedStrings(await archive.open(SHARED_STRINGS), limits)
      : [],
    formats: archive.has(STYLES) ? await readFormats(await archive.open(STYLES), date1904) : [],
  }
}

async function* rowsOf(
  archive: Archive,
  part: string | undefined,
  context: BookContext,
): AsyncGenerator<SheetRow> {
  if (part === undefined) return
  const merges = await readMerges(await archive.open(part))
  yield* sheetRows(await archive.open(part), { ...context, merges })
}
