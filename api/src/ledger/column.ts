import { z } from 'zod'
import { tidy } from './tidy.ts'

/** What a cell's text means, or what is wrong with it. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: string }

/** A kind of cell: how it is read, and what may stand in it, in words for the template. */
export interface Cell<Value> {
  readonly allowed: string
  /** @param text tidy and not empty */
  read(text: string): Reading<Value>
}

interface ColumnInfo {
  readonly heading: string
  /** Headings that real ledgers use for the same thing, the likeliest first. */
  readonly aliases?: readonly string[]
  readonly example: string | number
  /** How the column is understood, for whoever fills it in. */
  readonly note?: string
}

/** One column of a ledger, as the template shows it and the parser reads it. */
export interface Column extends ColumnInfo {
  /** Name of the value in the parsed row. */
  readonly key: string
  readonly required: boolean
  readonly allowed: string
}

const columnInfo = z.registry<Omit<Column, 'key'>>()

/** A column that every row must fill. */
export function required<Value>(info: ColumnInfo, cell: Cell<Value>): z.ZodType<Value, string> {
  return z
    .string()
    .transform((raw, context): Value => {
      const text = tidy(raw)
      const reading = text === '' ? { fault: `不能为空，应为：${cell.allowed}` } : cell.read(text)
      if ('value' in reading) return reading.value
      context.addIssue({ code: 'custom', message: reading.fault })
      return z.NEVER
    })
    .register(columnInfo, { ...info, required: true, allowed: cell.allowed })
}

/** A column that may be empty or absent: then the value is null. */
export function optional<Value>(
  info: ColumnInfo,
  cell: Cell<Value>,
): z.ZodType<Value | null, string> {
  return z
    .string()
    .transform((raw, context): Value | null => {
      const text = tidy(raw)
      if (text === '') return null
      const reading = cell.read(text)
      if ('value' in reading) return reading.value
      context.addIssue({ code: 'custom', message: reading.fault })
      return z.NEVER
    })
    .register(columnInfo, { ...info, required: false, allowed: cell.allowed })
}

/** A column of another ledger that this one's rows may leave empty. */
export function orEmpty<Value>(column: z.ZodType<Value, string>): z.ZodType<Value | null, string> {
  const info = columnInfo.get(column)
  if (info === undefined) throw new Error('not a column')
  return z
    .string()
    .transform((raw, context): Value | null => {
      if (tidy(raw) === '') return null
      const read = column.safeParse(raw)
      if (read.success) return read.data
      for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
    .register(columnInfo, { ...info, required: false })
}

/** The columns of a ledger's row schema, in the order written. */
export function columnsOf(row: z.ZodObject): Column[] {
  return Object.entries(row.shape).map(([key, schema]) => {
    const info = schema instanceof z.ZodType ? columnInfo.get(schema) : undefined
    if (info === undefined) throw new Error(`${key} is not a column`)
    return { key, ...info }
  })
}
