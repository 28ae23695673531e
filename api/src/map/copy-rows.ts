const SIGNATURE_BYTES = 11
const HEADER_BYTES = SIGNATURE_BYTES + 8
const EMPTY = Buffer.alloc(0)
/** How much of the next chunk is joined at first to a row that was cut; most rows are far shorter. */
const JOIN_BYTES = 1024

/**
 * A reader's place in one row of PostgreSQL's binary COPY format: call `next` once per column, in order,
 * then read at `at`.
 */
export class CopyRow {
  bytes: Buffer = Buffer.alloc(0)
  view: DataView = new DataView(new ArrayBuffer(0))
  /** Where the current field's value begins. */
  at = 0
  #end = 0

  /** Turns to another chunk. */
  load(bytes: Uint8Array): void {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Turns to the row that begins at an offset. */
  start(offset: number): void {
    this.#end = offset + 2
  }

  /** Goes to the next field and returns its length in bytes, -1 for null. */
  next(): number {
    const length = this.view.getInt32(this.#end)
    this.at = this.#end + 4
    this.#end = length < 0 ? this.at : this.at + length
    return length
  }
}

/**
 * Takes binary COPY in chunks cut anywhere and hands every row to `read` exactly once. Only a row that
 * a chunk boundary cut is copied; all others are read where they lie.
 */
export class CopyRows {
  #row = new CopyRow()
  #rest = EMPTY
  #headerRead = false
  #ended = false

  constructor(private readonly read: (row: CopyRow) => void) {}

  push(chunk: Uint8Array): void {
    let from = 0
    for (let join = JOIN_BYTES; this.#rest.length > 0; join *= 4) {
      const joined = Buffer.concat([this.#rest, chunk.subarray(0, join)])
      const used = this.#consume(joined, 0)
      if (used > this.#rest.length) {
        from = used - this.#rest.length
        this.#rest = EMPTY
      } else if (join >= chunk.length) {
        this.#rest = joined
        return
      }
    }
    const used = this.#consume(chunk, from)
    if (used < chunk.length) this.#rest = Buffer.from(chunk.subarray(used))
  }

  /** @throws Error if the stream ended before its end mark */
  finish(): void {
    if (!this.#ended) throw new Error('binary COPY ended in the middle of a row')
  }

  /** Reads all complete rows from an offset on and returns where the first incomplete one begins. */
  #consume(bytes: Uint8Array, from: number): number {
    this.#row.load(bytes)
    if (this.#ended) return bytes.length
    let at = from
    if (!this.#headerRead) {
      if (bytes.length < HEADER_BYTES) return at
      at += HEADER_BYTES + this.#row.view.getInt32(SIGNATURE_BYTES + 4)
      this.#headerRead = true
    }
    for (let end = this.#rowEnd(at); end > 0; end = this.#rowEnd(at)) {
      this.#row.start(at)
      this.read(this.#row)
      at = end
    }
    return this.#ended ? bytes.length : at
  }

  /** Where the row that begins at an offset ends, or -1 while it is incomplete or past the last. */
  #rowEnd(from: number): number {
    const { view } = this.#row
    const length = view.byteLength
    if (from + 2 > length) return -1
    const fields = view.getInt16(from)
    if (fields < 0) {
      this.#ended = true
      return -1
    }
    let at = from + 2
    for (let field = 0; field < fields; field++) {
      if (at + 4 > length) return -1
      const size = view.getInt32(at)
      at += size < 0 ? 4 : 4 + size
    }
    return at > length ? -1 : at
  }
}
