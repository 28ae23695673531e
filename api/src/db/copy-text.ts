const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

const NEEDS_ESCAPE = /[\\\t\n\r]/

/** One field of COPY's text format. Objects are written as JSON, null and undefined as `\N`. */
function copyField(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  // Nearly no field needs it, and a test is cheaper than a replacement.
  return NEEDS_ESCAPE.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
    : text
}

/** One row of COPY's text format, without its newline. */
export function copyLine(values: readonly unknown[]): string {
  return values.map(copyField).join('\t')
}

/** Gathers lines into chunks of about `bytes` characters, newline-terminated. */
export async function* copyChunks(
  lines: Iterable<string> | AsyncIterable<string>,
  bytes = 1 << 20,
): AsyncGenerator<string> {
  let chunk: string[] = []
  let size = 0
  for await (const line of lines) {
    chunk.push(line, '\n')
    size += line.length
    if (size >= bytes) {
      yield chunk.join('')
      chunk = []
      size = 0
    }
  }
  if (chunk.length > 0) yield chunk.join('')
}
