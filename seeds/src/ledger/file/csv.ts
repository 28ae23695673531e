import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { TextDecoder } from 'node:util'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { FileProblem } from '@onemap/api/ledger/file/file-problem'
import { isBlank, type SheetRow } from '@onemap/api/ledger/file/sheet-row'

const Cells = z.array(z.string())

/**
 * The rows of a comma- or tab-separated file in UTF-8, UTF-16 or GB 18030 (found out by its bytes), one at a time.
 * @throws FileProblem if a quotation mark is left open
 */
export async function* csvRows(path: string): AsyncGenerator<SheetRow> {
  const { encoding, delimiter } = await recognise(path)
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  // Errors surface where the rows are read.
  pipeline(createReadStream(path), iconv.decodeStream(encoding), parser, () => undefined)
  let number = 0
  try {
    for await (const record of parser) {
      number += 1
      const cells = Cells.parse(record)
      if (!isBlank(cells)) yield { number, cells }
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new FileProblem(`第 ${number + 1} 行起不是规范的 CSV：${error.message}`)
    throw error
  } finally {
    parser.destroy()
  }
}

/** Reads the whole file once: only bytes that are UTF-8 to the end are UTF-8. */
async function recognise(path: string): Promise<{ encoding: string; delimiter: string }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let encoding = ''
  let opening: Buffer | undefined
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Buffer)) continue
    opening ??= chunk
    if (opening[0] === 0xff && opening[1] === 0xfe) encoding = 'utf16-le'
    else if (!isUtf8(utf8, chunk)) encoding = 'gb18030'
    if (encoding !== '') break
  }
  if (encoding === '' && !isUtf8(utf8)) encoding = 'gb18030'
  const named = encoding === '' ? 'utf-8' : encoding
  const firstLine = iconv.decode(opening ?? Buffer.alloc(0), named).split('\n', 1)[0] ?? ''
  const count = (character: string) => firstLine.split(character).length
  return { encoding: named, delimiter: count('\t') > count(',') ? '\t' : ',' }
}

function isUtf8(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}
