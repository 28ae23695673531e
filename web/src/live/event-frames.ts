/** One frame of a stream of server-sent events. */
export interface EventFrame {
  /** '' for a sign of life without a name. */
  readonly event: string
  readonly id: string
  readonly data: string
}

/**
 * Reads a stream of server-sent events (HTML standard, § 9.2.6), frame by frame. What our server does not send is not
 * understood: `retry`, and lines that end in a carriage return.
 */
export async function* eventFrames(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<EventFrame, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) yield parseFrame(frame)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function parseFrame(frame: string): EventFrame {
  const fields = new Map<string, string>()
  for (const line of frame.split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon)
    const value = line.slice(colon + 1).replace(/^ /, '')
    const before = fields.get(name)
    fields.set(name, name === 'data' && before !== undefined ? `${before}\n${value}` : value)
  }
  return {
    event: fields.get('event') ?? '',
    id: fields.get('id') ?? '',
    data: fields.get('data') ?? '',
  }
}
