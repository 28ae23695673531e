import type { Readable } from 'node:stream'
import { openArchive } from './archive.ts'
import { cellText, unescapeText } from './cell-text.ts'
import { isBlank, type SheetRow } from './sheet-row.ts'
import { chooseSheet, sheetsOf } from './workbook.ts'
import { parseXml, readXml } from './xml.ts'

const SHARED_STRINGS = 'xl/sharedStrings.xml'

/**
 * The rows of a worksheet, one at a time, whatever program wrote it: parts in any order, rich text,
 * inline strings, formula results. Only the shared strings are held in memory.
 * @param source path of a file, or its bytes
 * @param wanted name of the sheet; the first visible one if absent
 * @throws FileProblem
 */
export async function* xlsxRows(
  source: string | Uint8Array,
  wanted: string | undefined,
): AsyncGenerator<SheetRow> {
  const archive = await openArchive(source)
  try {
    const sheet = chooseSheet(await sheetsOf(archive), wanted)
    const sharedStrings = archive.has(SHARED_STRINGS)
      ? await readSharedStrings(await archive.open(SHARED_STRINGS))
      : []
    yield* sheetRows(await archive.open(sheet.part), sharedStrings)
  } finally {
    archive.close()
  }
}

async function readSharedStrings(stream: Readable): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let taking = false
  let phonetic = false
  await readXml(stream, {
    open(name) {
      if (name === 'si') text = ''
      // Phonetic guides (拼音) stand beside the text and are not part of it.
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    text(piece) {
      if (taking) text += piece
    },
    close(name) {
      if (name === 't') taking = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.push(unescapeText(text))
    },
  })
  return strings
}

async function* sheetRows(
  stream: Readable,
  sharedStrings: readonly string[],
): AsyncGenerator<SheetRow> {
  let ready: SheetRow[] = []
  let number = 0
  let cells: string[] = []
  let column = 0
  let type: string | undefined
  let value = ''
  let taking = false
  const chunks = parseXml(stream, {
    open(name, attributes) {
      if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r'])
        cells = []
        column = 0
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnNumber(attributes['r'])
        type = attributes['t']
        value = ''
      } else if (name === 'v' || name === 't') taking = true
      else if (name === 'rPh') taking = false
    },
    text(piece) {
      if (taking) value += piece
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c') put(cells, column - 1, cellText(type, value, sharedStrings))
      else if (name === 'row' && !isBlank(cells)) ready.push({ number, cells })
    },
  })
  for await (const _ of chunks) {
    yield* ready
    ready = []
  }
}

function put(cells: string[], index: number, text: string): void {
  while (cells.length < index) cells.push('')
  cells[index] = text
}

/** 1 for `A7`, 28 for `AB7`. */
function columnNumber(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/\d+$/, ''))
    column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
