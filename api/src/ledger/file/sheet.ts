import type { Readable } from 'node:stream'
import type { Label } from '../../domain/dictionary.ts'
import { columnNumber } from './cell-reference.ts'
import { showCell } from './cell-text.ts'
import { FileProblem } from './file-problem.ts'
import { PLAIN, type CellFormat } from './formats.ts'
import type { ReadLimits } from './limits.ts'
import type { Merge } from './merges.ts'
import { cellTooLong } from './shared-strings.ts'
import { isBlank, type SheetRow } from './sheet-row.ts'
import { spreadMerges } from './spread-merges.ts'
import { parseXml, type XmlHandler } from './xml.ts'

/** What the cells of a workbook refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[]
  readonly formats: readonly CellFormat[]
  readonly merges: readonly Merge[]
  readonly limits: ReadLimits
}

/** The rows of a worksheet that are not blank, as they are unpacked. */
export async function* sheetRows(
  stream: Readable,
  context: SheetContext,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(context)
  for await (const _ of parseXml(stream, reader)) yield* reader.take()
}

/** Puts rows together from the elements of a worksheet. */
class SheetReader implements XmlHandler {
  #ready: SheetRow[] = []
  #rows = 0
  #cellCount = 0
  #number = 0
  #hidden = false
  #cells: string[] = []
  #stored = new Map<number, string>()
  #troubles = new Map<number, Label>()
  #column = 0
  #type: string | undefined
  #format: CellFormat = PLAIN
  #formula = false
  #value = ''
  #taking = false
  #phonetic = false
  readonly #spread: (row: SheetRow) => SheetRow

  constructor(readonly context: SheetContext) {
    this.#spread = spreadMerges(context.merges)
  }

  /** The rows that are complete. */
  take(): SheetRow[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.#beginRow(attributes)
        return
      case 'c':
        this.#beginCell(attributes)
        return
      case 'f':
        this.#formula = true
        return
      // Phonetic guides (拼音) stand beside the text and are not part of it.
      case 'rPh':
        this.#phonetic = true
        return
      case 'v':
      case 't':
        this.#taking = !this.#phonetic
    }
  }

  text(piece: string): void {
    if (!this.#taking) return
    this.#value += piece
    const { cellLength } = this.context.limits
    if (this.#value.length > cellLength) throw cellTooLong(cellLength, this.#number)
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#taking = false
        return
      case 'rPh':
        this.#phonetic = false
        return
      case 'c':
        this.#endCell()
        return
      case 'row':
        this.#endRow()
    }
  }

  #beginRow({ r, hidden, ht }: Readonly<Record<string, string>>): void {
    const { rows } = this.context.limits
    const number = Number(r)
    // A row without a number, or with one that was there before, follows the row above.
    this.#number = Number.isInteger(number) && number > this.#number ? number : this.#number + 1
    this.#rows += 1
    if (this.#rows > rows || this.#number > 2 ** 21) {
      throw new FileProblem({
        zh: `超过 ${rows} 行，请拆分后分别导入`,
        en: `There are more than ${rows} rows: split the file`,
      })
    }
    this.#hidden = ['1', 'true'].includes(hidden ?? '') || ht === '0'
    this.#cells = []
    this.#stored = new Map()
    this.#troubles = new Map()
    this.#column = 0
  }

  #beginCell({ r, t, s = '0' }: Readonly<Record<string, string>>): void {
    const { cells } = this.context.limits
    this.#cellCount += 1
    if (this.#cellCount > cells) {
      throw new FileProblem({
        zh: `一张工作表超过 ${cells} 个单元格，请拆分后分别导入`,
        en: `A sheet has more than ${cells} cells: split the file`,
      })
    }
    this.#column = r === undefined ? this.#column + 1 : columnNumber(r)
    this.#type = t
    this.#format = this.context.formats[Number(s)] ?? PLAIN
    this.#formula = false
    this.#value = ''
  }

  #endCell(): void {
    const { sharedStrings, limits } = this.context
    const cell = { type: this.#type, value: this.#value, formula: this.#formula }
    const { text, stored, trouble } = showCell(cell, sharedStrings, this.#format)
    // A cell that is only painted needs no place.
    if (text === '' && trouble === undefined) return
    if (!(this.#column >= 1 && this.#column <= limits.columns)) {
      throw new FileProblem({
        zh: `第 ${this.#number} 行在第 ${limits.columns} 列之后还有内容，请删除多余的列`,
        en: `Row ${this.#number} holds something beyond column ${limits.columns}: delete what is not needed`,
      })
    }
    const index = this.#column - 1
    while (this.#cells.length < index) this.#cells.push('')
    this.#cells[index] = text
    if (stored !== undefined) this.#stored.set(index, stored)
    if (trouble !== undefined) this.#troubles.set(index, trouble)
  }

  #endRow(): void {
    const row = this.#spread({
      number: this.#number,
      cells: this.#cells,
      ...(this.#stored.size > 0 ? { stored: this.#stored } : {}),
      ...(this.#troubles.size > 0 ? { troubles: this.#troubles } : {}),
      ...(this.#hidden ? { hidden: true } : {}),
    })
    if (!isBlank(row.cells) || row.troubles !== undefined) this.#ready.push(row)
  }
}
