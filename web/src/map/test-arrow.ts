import {
  Dictionary,
  Field,
  FixedSizeBinary,
  FixedSizeList,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Uint16,
  Uint32,
  Uint8,
  Utf8,
  makeData,
  tableToIPC,
  vectorFromArray,
  type Data,
} from 'apache-arrow'

/** Builds snapshots as the server writes them, for tests. */
export const points = (list: readonly (readonly [number, number])[]): Data =>
  makeData({
    type: new FixedSizeList(2, new Field('xy', new Float64(), false)),
    length: list.length,
    nullCount: 0,
    child: makeData({ type: new Float64(), data: Float64Array.from(list.flat()) }),
  })
export const uint8s = (list: readonly number[]): Data =>
  makeData({ type: new Uint8(), data: Uint8Array.from(list) })
export const uint16s = (list: readonly number[]): Data =>
  makeData({ type: new Uint16(), data: Uint16Array.from(list) })
export const uint32s = (list: readonly number[]): Data =>
  makeData({ type: new Uint32(), data: Uint32Array.from(list) })
export const int32s = (list: readonly number[]): Data =>
  makeData({ type: new Int32(), data: Int32Array.from(list) })
export const uuids = (list: readonly string[]): Data =>
  makeData({
    type: new FixedSizeBinary(16),
    length: list.length,
    nullCount: 0,
    data: Uint8Array.from(
      list.flatMap((id) =>
        (id.replaceAll('-', '').match(/../gu) ?? []).map((hex) => Number.parseInt(hex, 16)),
      ),
    ),
  })

function oneChunk(list: readonly string[]): Data {
  const [data] = vectorFromArray([...list], new Utf8()).data
  if (data === undefined) throw new Error('no data')
  return data
}
export const texts = oneChunk

/** Each piece with a dictionary of its own. */
export function coded(list: readonly string[]): Data {
  const values = [...new Set(list)]
  return makeData({
    type: new Dictionary(new Utf8(), new Uint16()),
    length: list.length,
    nullCount: 0,
    data: Uint16Array.from(list, (value) => values.indexOf(value)),
    dictionary: vectorFromArray(values, new Utf8()),
  })
}

/** IPC bytes of one or more pieces with the same columns. */
export function ipc(
  pieces: readonly Readonly<Record<string, Data>>[],
  metadata: Readonly<Record<string, string>> = { version: '7', asOf: '2026-11-23T06:05:00.000Z' },
): Uint8Array {
  const fields = Object.entries(pieces[0] ?? {}).map(
    ([name, data]) => new Field(name, data.type, false),
  )
  const schema = new Schema(fields, new Map(Object.entries(metadata)))
  const batches = pieces.map((columns) => {
    const children = Object.values(columns)
    return new RecordBatch(
      schema,
      makeData({
        type: new Struct(fields),
        length: children[0]?.length ?? 0,
        nullCount: 0,
        children,
      }),
    )
  })
  return tableToIPC(new Table(schema, batches), 'stream')
}
