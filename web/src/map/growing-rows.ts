type Numbers = Float64Array | Int32Array | Uint8Array | Uint16Array | Uint32Array

/** Memory that was made here, with room to spare behind; all else belongs to a snapshot's bytes. */
const ours = new WeakSet<ArrayBufferLike>()

/**
 * A column of `length` values that begins with the given ones: in the same memory where there is room, otherwise in
 * twice as much. Always a new view, so that whoever compares by identity sees that the content changed.
 */
export function resized<Column extends Numbers>(column: Column, length: number): Column
export function resized(column: Numbers, length: number): Numbers {
  const { buffer, byteOffset } = column
  if (length <= column.length) return column.subarray(0, length)
  const roomy =
    ours.has(buffer) && byteOffset === 0 && buffer.byteLength >= length * column.BYTES_PER_ELEMENT
  if (roomy) return viewOf(column, buffer, length)
  const memory = new ArrayBuffer(length * 2 * column.BYTES_PER_ELEMENT)
  ours.add(memory)
  const grown = viewOf(column, memory, length)
  grown.set(column)
  return grown
}

function viewOf(like: Numbers, buffer: ArrayBufferLike, length: number): Numbers {
  if (like instanceof Float64Array) return new Float64Array(buffer, 0, length)
  if (like instanceof Int32Array) return new Int32Array(buffer, 0, length)
  if (like instanceof Uint32Array) return new Uint32Array(buffer, 0, length)
  if (like instanceof Uint16Array) return new Uint16Array(buffer, 0, length)
  return new Uint8Array(buffer, 0, length)
}
