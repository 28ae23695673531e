import type { Readable } from 'node:stream'
import { columnNumber } from './cell-reference.ts'
import { FileProblem } from './file-problem.ts'

/** A rectangle of cells that a spreadsheet shows as one; the first holds its text. Rows and columns count from 1. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const MOST_MERGES = 100_000
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"[^>]*>/g
/** Longer than any tag that `MERGE` finds. */
const OVERLAP = 256

/**
 * The merged cells of a worksheet. They stand behind its rows, so that whoever reads rows as they come has to know them
 * before; looking for their tags alone takes a fraction of the time of parsing the part.
 */
export async function readMerges(stream: Readable): Promise<Merge[]> {
  const merges: Merge[] = []
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue
    text += decoder.decode(chunk, { stream: true })
    let end = 0
    for (const found of text.matchAll(MERGE)) {
      const [tag, left = '', top = '', right = '', bottom = ''] = found
      end = found.index + tag.length
      merges.push({
        top: Number(top),
        bottom: Number(bottom),
        left: columnNumber(left),
        right: columnNumber(right),
      })
    }
    if (merges.length > MOST_MERGES) {
      throw new FileProblem({
        zh: `合并单元格超过 ${MOST_MERGES} 处，请拆分后分别导入`,
        en: `More than ${MOST_MERGES} cells are merged: split the file`,
      })
    }
    text = text.slice(Math.max(end, text.length - OVERLAP))
  }
  return merges.sort((one, other) => one.top - other.top)
}
