import {
  Dictionary,
  Field,
  FixedSizeBinary,
  FixedSizeList,
  Float64,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  tableToIPC,
  Table,
  Uint16,
  Uint32,
  Uint8,
  Utf8,
  vectorFromArray,
  type Data,
} from 'apache-arrow'
import type { TextBytes } from './growing.ts'

/** A named column, ready to be sent. No column has nulls. */
export interface ArrowColumn {
  readonly field: Field
  readonly data: Data
}

function column(name: string, data: Data, metadata?: Map<string, string>): ArrowColumn {
  return { field: new Field(name, data.type, false, metadata), data }
}

/** GeoArrow points: interleaved lon, lat in the memory they were read to. */
export function pointColumn(positions: Float64Array, length: number): ArrowColumn {
  const type = new FixedSizeList(2, new Field('xy', new Float64(), false))
  const child = makeData({
    type: new Float64(),
    length: length * 2,
    nullCount: 0,
    data: positions.subarray(0, length * 2),
  })
  return column(
    'geometry',
    makeData({ type, length, nullCount: 0, child }),
    new Map([
      ['ARROW:extension:name', 'geoarrow.point'],
      ['ARROW:extension:metadata', JSON.stringify({ crs: 'OGC:CRS84' })],
    ]),
  )
}

export function uint8Column(name: string, values: Uint8Array, length: number): ArrowColumn {
  return column(
    name,
    makeData({ type: new Uint8(), length, nullCount: 0, data: values.subarray(0, length) }),
  )
}

export function uint16Column(name: string, values: Uint16Array, length: number): ArrowColumn {
  return column(
    name,
    makeData({ type: new Uint16(), length, nullCount: 0, data: values.subarray(0, length) }),
  )
}

export function uint32Column(name: string, values: Uint32Array, length: number): ArrowColumn {
  return column(
    name,
    makeData({ type: new Uint32(), length, nullCount: 0, data: values.subarray(0, length) }),
  )
}

export function int32Column(name: string, values: Int32Array, length: number): ArrowColumn {
  return column(
    name,
    makeData({ type: new Int32(), length, nullCount: 0, data: values.subarray(0, length) }),
  )
}

export function uuidColumn(name: string, bytes: Uint8Array, length: number): ArrowColumn {
  return column(
    name,
    makeData({
      type: new FixedSizeBinary(16),
      length,
      nullCount: 0,
      data: bytes.subarray(0, length * 16),
    }),
  )
}

export function textColumn(name: string, texts: TextBytes): ArrowColumn {
  const { length, offsets, bytes } = texts
  return column(
    name,
    makeData({
      type: new Utf8(),
      length,
      nullCount: 0,
      valueOffsets: offsets.subarray(0, length + 1),
      data: bytes.subarray(0, offsets[length]),
    }),
  )
}

/** Texts written once each, and per row the number of one; one byte a row where that is enough. */
export function smallDictionaryColumn(
  name: string,
  texts: readonly string[],
  codes: Uint32Array,
  length: number,
): ArrowColumn {
  return texts.length <= 0x100
    ? dictionaryColumn(name, texts, new Uint8(), Uint8Array.from(codes.subarray(0, length)), length)
    : wideDictionaryColumn(name, texts, codes, length)
}

/** Texts written once each, and per row the number of one in two bytes, or in four beyond 65,536 texts. */
export function wideDictionaryColumn(
  name: string,
  texts: readonly string[],
  codes: Uint32Array,
  length: number,
): ArrowColumn {
  return texts.length <= 0x10000
    ? dictionaryColumn(
        name,
        texts,
        new Uint16(),
        new Uint16Array(codes.subarray(0, length)),
        length,
      )
    : dictionaryColumn(name, texts, new Uint32(), codes.subarray(0, length), length)
}

function dictionaryColumn(
  name: string,
  texts: readonly string[],
  indices: Uint8 | Uint16 | Uint32,
  codes: Uint8Array | Uint16Array | Uint32Array,
  length: number,
): ArrowColumn {
  const dictionary =
    texts.length === 0
      ? makeVector(
          makeData({
            type: new Utf8(),
            length: 0,
            nullCount: 0,
            valueOffsets: new Int32Array(1),
            data: new Uint8Array(0),
          }),
        )
      : vectorFromArray(texts, new Utf8())
  return column(
    name,
    makeData({
      type: new Dictionary(new Utf8(), indices),
      length,
      nullCount: 0,
      data: codes,
      dictionary,
    }),
  )
}

/** One record batch as an Arrow IPC stream. */
export function arrowStream(
  columns: readonly ArrowColumn[],
  length: number,
  metadata: ReadonlyMap<string, string>,
): Uint8Array<ArrayBuffer> {
  const schema = new Schema(
    columns.map(({ field }) => field),
    new Map(metadata),
  )
  const data = makeData({
    type: new Struct(schema.fields),
    length,
    nullCount: 0,
    children: columns.map((one) => one.data),
  })
  return Uint8Array.from(tableToIPC(new Table([new RecordBatch(schema, data)]), 'stream'))
}
