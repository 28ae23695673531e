import type { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'
import { faultOf } from './column.ts'

/** Something wrong with a row, by the key of the column where it shows. */
export interface Fault {
  readonly key: string
  readonly fault: Label
}

/** Text of each column of a row by the column's key; absent columns are empty. */
export type RowCells = Readonly<Record<string, string>>

/** The values of a row, or what is wrong with its cells. */
export function parseCells<Row extends z.ZodObject>(
  row: Row,
  cells: RowCells,
): { values: z.output<Row> | null; faults: Fault[] } {
  const parsed = row.safeParse(cells)
  if (parsed.success) return { values: parsed.data, faults: [] }
  return {
    values: null,
    faults: parsed.error.issues.map((issue) => ({
      key: String(issue.path[0]),
      fault: faultOf(issue),
    })),
  }
}
