type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

interface NumbersOf<Column extends Numbers> {
  new (length: number): Column
}

/** A longer array of a type with the old one's values at its front. */
export function grown<Column extends Numbers>(
  type: NumbersOf<Column>,
  old: Numbers,
  length: number,
): Column {
  const longer = new type(length)
  longer.set(old)
  return longer
}

/** Texts of a column as Arrow keeps them: all bytes behind each other, and where each begins. */
export class TextBytes {
  offsets = new Int32Array(1025)
  bytes = new Uint8Array(1 << 16)
  length = 0

  push(source: Uint8Array, at: number, size: number): void {
    if (this.length + 1 === this.offsets.length)
      this.offsets = grown(Int32Array, this.offsets, this.offsets.length * 2)
    const begin = this.offsets[this.length] ?? 0
    if (begin + size > this.bytes.length)
      this.bytes = grown(Uint8Array, this.bytes, Math.max(this.bytes.length * 2, begin + size))
    this.bytes.set(source.subarray(at, at + size), begin)
    this.offsets[++this.length] = begin + size
  }
}
