import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { FileProblem } from './file-problem.ts'

/** What a reader does with the elements it meets. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Parses XML as it arrives, pausing after each chunk, so that who reads sets the pace.
 * @throws FileProblem if it is not well-formed
 */
export async function* parseXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  parser.on('opentag', (tag) => handler.open(local(tag.name), tag.attributes))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag) => handler.close?.(local(tag.name)))
  parser.on('error', (error) => {
    throw error
  })
  try {
    for await (const chunk of stream) {
      if (chunk instanceof Uint8Array) parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.close()
    yield
  } catch (error) {
    throw new FileProblem(
      `文件已损坏，无法读取（${error instanceof Error ? error.message : String(error)}）`,
    )
  } finally {
    stream.destroy()
  }
}

/** Parses a small part to its end. */
export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
  const chunks = parseXml(stream, handler)
  while (!(await chunks.next()).done);
}
