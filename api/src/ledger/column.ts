import { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'
import { tidy } from './tidy.ts'

/** What a cell's text means, or what is wrong with it. */
export type Reading<Value> = { readonly value: Value } | { readonly fault: Label }

/**
 * What of a cell is read: the text that a spreadsheet shows, the number behind it, or a day, which may also be a number
 * of the workbook's calendar.
 */
export type Takes = 'shown' | 'stored' | 'day'

/** A kind of cell: how it is read, and what may stand in it, in words for the template. */
export interface Cell<Value> {
  readonly allowed: Label
  /** @default shown */
  readonly takes?: Takes
  /** Other words that are understood, by the word they mean. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>
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
  /** Whether what it says is only compared with what the other columns come to. */
  readonly forChecking?: boolean
  /** Keys of the columns that may stand in the file instead of this one. */
  readonly instead?: readonly string[]
}

/** One column of a ledger, as the template shows it and the parser reads it. */
export interface Column extends ColumnInfo {
  /** Name of the value in the parsed row. */
  readonly key: string
  /** Whether a file without it, and without what may stand instead, is no such ledger. */
  readonly required: boolean
  readonly allowed: Label
  readonly takes: Takes
  readonly synonyms: Readonly<Record<string, readonly string[]>>
}

const columnInfo = z.registry<Omit<Column, 'key'>>()

function describe(info: ColumnInfo, cell: Cell<unknown>, required: boolean): Omit<Column, 'key'> {
  const { allowed, takes = 'shown', synonyms = {} } = cell
  return { ...info, required, allowed, takes, synonyms }
}

/** A column that every row must fill. */
export function required<Value>(info: ColumnInfo, cell: Cell<Value>): z.ZodType<Value, string> {
  return z
    .string()
    .transform((raw, context): Value => {
      const text = tidy(raw)
      return settle(text === '' ? { fault: mustBeFilled(cell.allowed) } : cell.read(text), context)
    })
    .register(columnInfo, describe(info, cell, true))
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
      return text === '' ? null : settle(cell.read(text), context)
    })
    .register(columnInfo, describe(info, cell, false))
}

/** A column that the file must have, or one of those that may stand instead; a cell of it may be empty. */
export function oneWayOf<Value>(
  info: ColumnInfo & Required<Pick<ColumnInfo, 'instead'>>,
  cell: Cell<Value>,
): z.ZodType<Value | null, string> {
  return optional(info, cell).register(columnInfo, describe(info, cell, true))
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
      for (const issue of read.error.issues)
        context.addIssue({ code: 'custom', message: issue.message, params: paramsOf(issue) })
      return z.NEVER
    })
    .register(columnInfo, { ...info, required: false })
}

/** A cell that may not be empty, with what may stand in it. */
export const mustBeFilled = ({ zh, en }: Label): Label => ({
  zh: `不能为空，应为：${zh}`,
  en: `must not be empty; expected: ${en}`,
})

function settle<Value>(reading: Reading<Value>, context: z.core.$RefinementCtx): Value {
  if ('value' in reading) return reading.value
  const { zh, en } = reading.fault
  context.addIssue({ code: 'custom', message: zh, params: { en } })
  return z.NEVER
}

const paramsOf = (issue: z.core.$ZodIssue) => (issue.code === 'custom' ? (issue.params ?? {}) : {})

/** What an issue of a column says, in both languages. */
export function faultOf(issue: z.core.$ZodIssue): Label {
  const { en } = paramsOf(issue)
  return { zh: issue.message, en: typeof en === 'string' ? en : issue.message }
}

/** The columns of a ledger's row schema, in the order written. */
export function columnsOf(row: z.ZodObject): Column[] {
  return Object.entries(row.shape).map(([key, schema]) => {
    const info = schema instanceof z.ZodType ? columnInfo.get(schema) : undefined
    if (info === undefined) throw new Error(`${key} is not a column`)
    return { key, ...info }
  })
}
