import type { Readable } from 'node:stream'
import { unescapeText } from './cell-text.ts'
import { FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'
import { readXml } from './xml.ts'

/** The texts that cells share, the only part of a workbook that is held in memory. @throws FileProblem if they are too much */
export async function readSharedStrings(
  stream: Readable,
  limits: Pick<ReadLimits, 'sharedCharacters' | 'cellLength' | 'cells'>,
): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let taking = false
  let phonetic = false
  let characters = 0
  await readXml(stream, {
    open(name) {
      if (name === 'si') text = ''
      // Phonetic guides (拼音) stand beside the text and are not part of it.
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    text(piece) {
      if (!taking) return
      text += piece
      characters += piece.length
      if (text.length > limits.cellLength) throw cellTooLong(limits.cellLength)
    },
    close(name) {
      if (name === 't') taking = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.push(unescapeText(text))
      if (characters > limits.sharedCharacters || strings.length > limits.cells) {
        throw new FileProblem({
          zh: '文字总量过大，请拆分后分别导入',
          en: 'There is too much text in this file: split it',
        })
      }
    },
  })
  return strings
}

/** A cell with more text than a spreadsheet can hold. */
export function cellTooLong(most: number, row?: number): FileProblem {
  return new FileProblem({
    zh: `${row === undefined ? '有单元格' : `第 ${row} 行有单元格`}超过 ${most} 字，请缩短`,
    en: `A cell${row === undefined ? '' : ` in row ${row}`} holds more than ${most} characters: shorten it`,
  })
}
