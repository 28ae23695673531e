import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

/** What a network makes of a request: lets it through, loses it, or answers it itself. */
export type Fate =
  | 'through'
  | 'lost'
  | { readonly status: number; readonly type: string; readonly says: string }

/** A request as a network sees it. */
export interface Passing {
  readonly method: string
  readonly path: string
}

/** A network between a telephone and the server. */
export interface Network {
  /** Where the telephone finds the product. */
  readonly origin: string
  /** Decides on every request from now on; until then all of them go through. */
  behave(decide: (passing: Passing) => Fate): void
  /** What the server itself was asked, in order. */
  readonly passed: readonly Passing[]
  close(): Promise<void>
}

/** Opens a network to the server. A worker's requests go through it as a page's do, and its cookies are the server's. */
export async function openNetwork(serverOrigin: string): Promise<Network> {
  const passed: Passing[] = []
  let decide: (passing: Passing) => Fate = () => 'through'

  function forward(asked: IncomingMessage, answer: ServerResponse): void {
    const { method = 'GET', url: path = '/', headers } = asked
    passed.push({ method, path })
    const onward = request(`${serverOrigin}${path}`, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  }

  const server = createServer((asked, answer) => {
    const { method = 'GET', url: path = '/' } = asked
    const fate = decide({ method, path })
    if (fate === 'through') forward(asked, answer)
    else if (fate === 'lost') asked.socket.destroy()
    else {
      // The whole of it is taken in first, as who answers for the server does.
      asked.resume().on('end', () => {
        answer.writeHead(fate.status, { 'Content-Type': fate.type }).end(fate.says)
      })
    }
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the network has no address')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    behave: (next) => {
      decide = next
    },
    passed,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
