const NEWLINE = 0x0a

/** Rows of COPY's text format, without their newlines, from chunks that are cut anywhere. */
export async function* rowsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let begin = 0
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, begin)) {
      yield bytes.subarray(begin, end)
      begin = end + 1
    }
    rest = bytes.subarray(begin)
  }
  if (rest.length > 0) yield rest
}
