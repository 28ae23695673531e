import { createServer, connect, type Socket } from 'node:net'

/** A piece of network between the product and a database that can be frozen and cut. */
export interface TestProxy {
  /** The database's address through it. */
  readonly url: string
  /** Takes connections and bytes, and passes nothing on: as a server that was stopped, or a broken route. */
  freeze(): void
  thaw(): void
  /** Nothing listens any more, and what was connected is cut. */
  down(): Promise<void>
  up(): Promise<void>
}

/** Makes a proxy in front of a database. @param listening whether it is up from the beginning */
export async function testProxy(url: string, listening = true): Promise<TestProxy> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let frozen = false
  let port = 0
  const server = createServer((inner) => {
    const outer = connect(Number(target.port || 5432), target.hostname)
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      sockets.add(one)
      one.on('data', (bytes) => other.write(bytes))
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      if (frozen) one.pause()
    }
  })
  const up = () =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        if (address !== null && typeof address === 'object') port = address.port
        resolve()
      })
    })
  const down = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await up()
  if (!listening) await down()
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  return {
    url: through.href,
    freeze() {
      frozen = true
      for (const socket of sockets) socket.pause()
    },
    thaw() {
      frozen = false
      for (const socket of sockets) socket.resume()
    },
    down,
    up,
  }
}
