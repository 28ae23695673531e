import type { TableValue } from '../../domain/assessment-table.ts'
import type { Label } from '../../domain/dictionary.ts'
import type { Cell } from '../column.ts'
import { wordKey } from '../tidy.ts'
import { decimal } from './number.ts'

const key = (text: string) => wordKey(text).replace(/[,;、。]/g, '')

/** A factor of LEC as a number, or in the words by which the tables describe their values. */
export function factor(allowed: Label, tables: readonly (readonly TableValue[])[]): Cell<number> {
  const number = decimal(allowed)
  const byWord = new Map<string, number | null>()
  for (const { value, label } of tables.flat()) {
    const known = byWord.get(key(label.zh))
    // Words that mean one value in one table and another in the next say nothing.
    byWord.set(key(label.zh), known === undefined || known === value ? value : null)
  }
  return {
    ...number,
    read(text) {
      const reading = number.read(text)
      const value = 'fault' in reading ? byWord.get(key(text)) : undefined
      return value == null ? reading : { value }
    },
  }
}
