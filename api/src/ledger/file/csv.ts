import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { z } from 'zod'
import type { Label } from '../../domain/dictionary.ts'
import { recogniseWriting, type Writing } from './encoding.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import { isBlank, type SheetRow } from './sheet-row.ts'
import type { TableFile } from './table-file.ts'
import { textTrouble, withPlainBreaks } from './text-trouble.ts'

const Cells = z.array(z.string())
const PIECE = 64 * 1024
/** What keeps a spreadsheet from taking a text for a formula or a number; it is no part of the text. */
const GUARD = /^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n\d])/

/** The rows of a comma- or tab-separated file in UTF-8, UTF-16 or GB 18030, found out by its bytes. @throws FileProblem */
export async function openCsv(source: string | Uint8Array, limits: ReadLimits): Promise<TableFile> {
  const writing = await recogniseWriting(bytesOf(source))
  return {
    sheets: [{ name: '', hidden: false }],
    date1904: false,
    rows: () => csvRows(source, writing, limits),
    async close() {},
  }
}

function bytesOf(source: string | Uint8Array): Readable {
  return typeof source === 'string' ? createReadStream(source) : Readable.from(pieces(source))
}

/** Pieces as small as those of a file, so that none keeps the parser long. */
function* pieces(bytes: Uint8Array): Generator<Buffer> {
  for (let start = 0; start < bytes.byteLength; start += PIECE) {
    const length = Math.min(PIECE, bytes.byteLength - start)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + start, length)
  }
}

async function* csvRows(
  source: string | Uint8Array,
  { encoding, delimiter }: Writing,
  limits: ReadLimits,
): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // A quotation mark that is left open would otherwise take in the rest of the file.
    max_record_size: limits.cellLength * 8,
  })
  // Errors surface where the rows are read.
  pipeline(bytesOf(source), iconv.decodeStream(encoding), parser, () => undefined)
  let number = 0
  try {
    for await (const record of parser) {
      number += 1
      if (number > limits.rows) {
        throw new FileProblem({
          zh: `超过 ${limits.rows} 行，请拆分后分别导入`,
          en: `There are more than ${limits.rows} rows: split the file`,
        })
      }
      const row = rowOf(number, Cells.parse(record), limits)
      if (!isBlank(row.cells)) yield row
    }
  } catch (error) {
    if (error instanceof CsvError) throw notCsv(number + 1, error)
    throw error
  } finally {
    parser.destroy()
  }
}

function rowOf(number: number, written: readonly string[], limits: ReadLimits): SheetRow {
  if (
    written.length > limits.columns &&
    written.slice(limits.columns).some((cell) => cell !== '')
  ) {
    throw new FileProblem({
      zh: `第 ${number} 行超过 ${limits.columns} 列，请删除多余的列`,
      en: `Row ${number} has more than ${limits.columns} columns: delete what is not needed`,
    })
  }
  const troubles = new Map<number, Label>()
  const cells = written.map((raw, at) => {
    const text = withPlainBreaks(raw.replace(GUARD, ''))
    const trouble = textTrouble(text)
    if (trouble !== undefined) troubles.set(at, trouble)
    return text
  })
  return { number, cells, ...(troubles.size > 0 ? { troubles } : {}) }
}

function notCsv(row: number, error: CsvError): FileProblem {
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? new FileProblem({
        zh: `第 ${row} 行过长：可能有引号没有成对，或者这不是表格文件`,
        en: `Row ${row} is too long: a quotation mark may be left open, or this is no table`,
      })
    : new FileProblem({
        zh: `第 ${row} 行起不是规范的 CSV：${error.message}`,
        en: `From row ${row} on this is not well-formed CSV: ${error.message}`,
      })
}
