import iconv from 'iconv-lite'
import { FileProblem } from './file-problem.ts'

/** How the characters of a text file are written, and what stands between its columns. */
export interface Writing {
  readonly encoding: string
  readonly delimiter: string
}

const DELIMITERS = ['\t', ',', ';', '|'] as const
const MARKS = [
  { bytes: [0xff, 0xfe], encoding: 'utf16-le' },
  { bytes: [0xfe, 0xff], encoding: 'utf16-be' },
] as const

/** Bytes that are looked at for columns. */
const OPENING = 64 * 1024
/** Lines that are looked at for columns: titles and notes may stand above the table. */
const LINES = 30

/**
 * Reads a text file once to its end: only bytes that are UTF-8 throughout are UTF-8, whatever else is GB 18030.
 * @throws FileProblem where lines of both stand in one file
 */
export async function recogniseWriting(chunks: AsyncIterable<Uint8Array>): Promise<Writing> {
  const lines = new LineEncodings()
  let opening = Buffer.alloc(0)
  let encoding: string | undefined
  for await (const chunk of chunks) {
    if (opening.length < OPENING) {
      opening = Buffer.concat([opening, chunk.subarray(0, OPENING)])
      encoding = wideEncoding(opening)
    }
    if (encoding !== undefined && opening.length >= OPENING) break
    lines.take(chunk)
  }
  encoding ??= lines.encoding()
  return { encoding, delimiter: delimiterOf(iconv.decode(opening, encoding)) }
}

/** UTF-16 by its mark, or by every other byte of plain characters being zero. */
function wideEncoding(opening: Buffer): string | undefined {
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, at) => opening[at] === byte))
  if (marked !== undefined) return marked.encoding
  const zeros = [0, 0]
  const looked = opening.subarray(0, 1024)
  for (const [at, byte] of looked.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = looked.length / 16
  if (odd > enough && even < odd / 8) return 'utf16-le'
  return even > enough && odd < even / 8 ? 'utf16-be' : undefined
}

/** Which lines are UTF-8, and which cannot be. */
class LineEncodings {
  #line = 1
  #rest = Buffer.alloc(0)
  /** Lines with Chinese in UTF-8, and lines that are none, by the first of them. */
  #utf8: number | undefined
  #other: number | undefined

  take(chunk: Uint8Array): void {
    const bytes = Buffer.concat([this.#rest, chunk])
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      this.#look(bytes.subarray(start, end))
      this.#line += 1
      start = end + 1
    }
    // A line of megabytes is looked at in pieces that end where no character can be cut apart.
    const rest = bytes.subarray(start)
    const cut = rest.length > OPENING ? rest.findLastIndex((byte) => byte < 0x80) + 1 : 0
    this.#look(rest.subarray(0, cut))
    this.#rest = rest.length - cut > OPENING ? Buffer.alloc(0) : Buffer.from(rest.subarray(cut))
  }

  encoding(): 'utf-8' | 'gb18030' {
    this.#look(this.#rest)
    if (this.#other === undefined) return 'utf-8'
    if (this.#utf8 === undefined) return 'gb18030'
    throw new FileProblem({
      zh: `文件混用了两种编码：第 ${this.#utf8} 行是 UTF-8，第 ${this.#other} 行是 GBK。请在表格软件中打开核对，另存为 .xlsx 或 UTF-8 的 CSV`,
      en: `The file mixes two encodings: line ${this.#utf8} is UTF-8, line ${this.#other} is GBK. Open it in a spreadsheet, look it over and save it as .xlsx or as CSV in UTF-8`,
    })
  }

  #look(line: Buffer): void {
    if (this.#utf8 !== undefined && this.#other !== undefined) return
    let wide = 0
    for (const byte of line) if (byte >= 0x80) wide += 1
    if (wide === 0) return
    if (!isUtf8(line)) this.#other ??= this.#line
    // A word or two of GB 18030 may happen to be UTF-8 as well.
    else if (wide >= 6) this.#utf8 ??= this.#line
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function isUtf8(bytes: Buffer): boolean {
  try {
    decoder.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What stands most often between the columns of any of the first lines. */
function delimiterOf(opening: string): string {
  const lines = opening.split('\n', LINES)
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: Math.max(...lines.map((line) => line.split(delimiter).length)),
  }))
  return scores.reduce((best, one) => (one.columns > best.columns ? one : best)).delimiter
}
