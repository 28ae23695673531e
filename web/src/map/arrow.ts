import { Column, tableFromIPC, type Batch, type Table } from '@uwdata/flechette'
import * as z from 'zod/mini'

/** The bytes are not the snapshot that was promised. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

const metadata = z.object({ version: z.string(), asOf: z.string() })

/** Parses Arrow IPC bytes (stream or file) and its schema metadata. */
export function openTable(
  bytes: Uint8Array,
  layer: string,
): { table: Table; version: string; asOf: string } {
  let table: Table
  try {
    table = tableFromIPC(bytes)
  } catch (cause) {
    throw new SnapshotError(
      `the snapshot of ${layer} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
  const parsed = metadata.safeParse(Object.fromEntries(table.schema.metadata ?? []))
  if (!parsed.success)
    throw new SnapshotError(`the snapshot of ${layer} does not say its version and time`)
  return { table, ...parsed.data }
}

function columnOf(table: Table, name: string): Column<unknown> {
  if (!table.names.includes(name)) throw new SnapshotError(`the snapshot has no column ${name}`)
  return table.getChild(name)
}

const chunksOf = (table: Table, name: string): readonly Batch<unknown>[] =>
  columnOf(table, name).data

type Numbers = Float64Array | Int32Array | Uint8Array | Uint16Array | Uint32Array
interface NumbersOf<Column extends Numbers> {
  new (length: number): Column
}

function copyValues(
  target: Numbers,
  at: number,
  values: unknown,
  from: number,
  length: number,
  name: string,
): void {
  const fits =
    values instanceof target.constructor &&
    (values instanceof Uint8Array ||
      values instanceof Uint16Array ||
      values instanceof Uint32Array ||
      values instanceof Int32Array ||
      values instanceof Float64Array)
  if (!fits) throw new SnapshotError(`column ${name} is not of type ${target.constructor.name}`)
  target.set(values.subarray(from, from + length), at)
}

/** A number column as one typed array: the snapshot's own memory when it came in one piece. */
export function numberColumn<Column extends Numbers>(
  table: Table,
  name: string,
  type: NumbersOf<Column>,
): Column {
  const chunks = chunksOf(table, name)
  const [only] = chunks
  if (chunks.length === 1 && only !== undefined) {
    const values: unknown = only.values
    if (values instanceof type && values.length === only.length) return values
  }
  const whole = new type(table.numRows)
  let at = 0
  for (const chunk of chunks) {
    copyValues(whole, at, chunk.values, 0, chunk.length, name)
    at += chunk.length
  }
  return whole
}

/** A fixed-size-list (points) or fixed-size-binary (uuids) column as its flat values, `stride` a row. */
export function flatColumn<Column extends Numbers>(
  table: Table,
  name: string,
  type: NumbersOf<Column>,
  stride: number,
): Column {
  const chunks = chunksOf(table, name)
  const whole = new type(table.numRows * stride)
  let at = 0
  for (const chunk of chunks) {
    const inner = chunk.children?.[0]
    copyValues(
      whole,
      at,
      inner === undefined ? chunk.values : inner.values,
      0,
      chunk.length * stride,
      name,
    )
    at += chunk.length * stride
  }
  return whole
}

/** A text column, one string a row. */
export function textColumn(table: Table, name: string): string[] {
  return Array.from(columnOf(table, name), String)
}

/** A dictionary column as codes into one list of distinct values, whatever pieces it came in. */
export function codeColumn(table: Table, name: string): { values: string[]; codes: Uint32Array } {
  const values: string[] = []
  const codeOf = new Map<string, number>()
  const codes = new Uint32Array(table.numRows)
  let at = 0
  let known: { readonly dictionary: unknown; readonly codes: Uint32Array } = {
    dictionary: null,
    codes,
  }
  for (const chunk of chunksOf(table, name)) {
    const dictionary = 'dictionary' in chunk ? chunk.dictionary : null
    if (!(dictionary instanceof Column)) throw new SnapshotError(`column ${name} has no dictionary`)
    if (known.dictionary !== dictionary)
      known = { dictionary, codes: Uint32Array.from([...dictionary], codeFor) }
    const indices: unknown = chunk.values
    if (
      !(
        indices instanceof Uint8Array ||
        indices instanceof Uint16Array ||
        indices instanceof Uint32Array ||
        indices instanceof Int32Array
      )
    ) {
      throw new SnapshotError(`column ${name} has dictionary indices of an unexpected type`)
    }
    for (let row = 0; row < chunk.length; row++)
      codes[at + row] = known.codes[indices[row] ?? 0] ?? 0
    at += chunk.length
  }
  return { values, codes }

  function codeFor(value: unknown): number {
    const text = String(value)
    const code = codeOf.get(text) ?? values.push(text) - 1
    codeOf.set(text, code)
    return code
  }
}
