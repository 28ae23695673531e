import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { Finding } from './finding.ts'

type Parsed = { readonly value: unknown } | { readonly problem: Finding }

/** Characters shown before and behind the place where a file breaks. */
const AROUND = 24

/** A file's JSON, or where it breaks. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) }
  } catch {
    // The engine's own message names no place that every browser and Node agree on.
    const errors: ParseError[] = []
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
    return { problem: broken(text, errors[0] ?? { error: 1, offset: text.length, length: 0 }) }
  }
}

function broken(text: string, { error, offset, length }: ParseError): Finding {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  const symbol = text.slice(offset, offset + length)
  const shown = `${text.slice(Math.max(0, offset - AROUND), offset)}▸${text.slice(offset, offset + length + AROUND)}`
  const [zh, en] = reason(symbol, offset + length >= text.trimEnd().length)
  return {
    zh: `文件不是合法的 JSON，第 ${line} 行第 ${column} 列${zh}：…${shown.replaceAll(/\s+/g, ' ')}…`,
    en: `The file is not valid JSON: line ${line}, column ${column}, ${en ?? `${printParseErrorCode(error)} `}: …${shown.replaceAll(/\s+/g, ' ')}…`,
  }
}

function reason(symbol: string, atEnd: boolean): readonly [string, string?] {
  if (/^-?(?:NaN|nan|Infinity|inf)/.test(symbol))
    return [
      `写着 ${symbol}，JSON 里没有这样的数，请改为 null 或数字`,
      `${symbol} is no JSON number: write null or a number`,
    ]
  if (atEnd) return ['文件没有写完就断了', 'the file breaks off']
  return ['有误']
}
