import { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'

/** A reader this far behind is cut off; it comes back and reads on from where it was. */
const MOST_UNREAD_BYTES = 4 * 1024 * 1024

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Proxies such as nginx pass each frame on at once.
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Where frames go. */
export interface Sink {
  write(frame: Uint8Array): void
  end(): void
}

/** An answer that goes on. @param gone called once, when nobody reads any more or the sink has ended */
export function openSink(
  c: Context,
  gone: () => void,
): { readonly sink: Sink; readonly response: Response } {
  const { outgoing } = c.env ?? {}
  return outgoing instanceof ServerResponse ? rawSink(outgoing, gone) : streamSink(gone)
}

/** Straight to the socket: thousands of readers share one frame, and no stream lies between. */
function rawSink(outgoing: ServerResponse, gone: () => void) {
  outgoing.once('close', gone)
  outgoing.on('error', () => outgoing.destroy())
  outgoing.writeHead(200, HEADERS)
  const sink: Sink = {
    write(frame) {
      if (outgoing.writableLength > MOST_UNREAD_BYTES) outgoing.destroy()
      else outgoing.write(frame)
    },
    end: () => void outgoing.end(),
  }
  return { sink, response: RESPONSE_ALREADY_SENT }
}

/** Where no socket brought the request. */
function streamSink(gone: () => void) {
  let open = true
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const close = (): void => {
    if (!open) return
    open = false
    gone()
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (made) => {
        controller = made
      },
      cancel: close,
    },
    { highWaterMark: Number.POSITIVE_INFINITY },
  )
  const sink: Sink = {
    write: (frame) => {
      if (open) controller?.enqueue(frame)
    },
    end() {
      if (!open) return
      controller?.close()
      close()
    },
  }
  return { sink, response: new Response(stream, { headers: HEADERS }) }
}
