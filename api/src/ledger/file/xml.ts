import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { damaged, FileProblem } from './file-problem.ts'

/** What a reader does with the elements it meets. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Characters between two tags. The parser keeps text until its tag ends, so this bounds what it may hold; the longest
 * cell of a spreadsheet is shorter even with every character written as a number.
 */
const MOST_BETWEEN_TAGS = 512 * 1024
/** Elements within each other; a workbook needs about ten. */
const DEEPEST = 64

const TOO_LONG = new FileProblem({
  zh: '有单元格的内容过长，不是表格软件保存的文件',
  en: 'A cell holds more text than any spreadsheet can: no spreadsheet saved this file',
})

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Parses XML as it arrives, pausing after each chunk, so that who reads sets the pace.
 * @throws FileProblem if it is not well-formed, or no spreadsheet's XML
 */
export async function* parseXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder()
  let sinceTag = 0
  let depth = 0
  parser.on('opentag', (tag) => {
    sinceTag = 0
    depth += 1
    if (depth > DEEPEST) throw new Error('elements are nested too deeply')
    handler.open(local(tag.name), tag.attributes)
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag) => {
    sinceTag = 0
    depth -= 1
    handler.close?.(local(tag.name))
  })
  parser.on('error', (error) => {
    throw error
  })
  try {
    for await (const chunk of stream) {
      if (chunk instanceof Uint8Array) {
        const text = decoder.decode(chunk, { stream: true })
        sinceTag += text.length
        parser.write(text)
        if (sinceTag > MOST_BETWEEN_TAGS) throw TOO_LONG
      }
      yield
    }
    parser.close()
    yield
  } catch (error) {
    throw error instanceof FileProblem ? error : damaged(error)
  } finally {
    stream.destroy()
  }
}

/** Parses a small part to its end. */
export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
  const chunks = parseXml(stream, handler)
  while (!(await chunks.next()).done);
}
