import type { ServerType } from '@hono/node-server'

/** Open requests are given this long to end after a signal, then they are cut. */
const PATIENCE_MS = 5_000

/** Another program listens on the port. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(
      `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 指定其他端口，例如 PORT=3001 pnpm start。\nPort ${port} is taken: stop the program that uses it, or choose another one, such as PORT=3001 pnpm start.`,
    )
    this.name = 'PortTakenError'
  }
}

/**
 * Listens and returns the address to open in a browser.
 * @throws PortTakenError
 */
export function listen(server: ServerType, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error)
    })
    server.listen(port, host, () => {
      const bound = server.address()
      const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
      resolve(`http://${name}:${bound !== null && typeof bound === 'object' ? bound.port : port}`)
    })
  })
}

/**
 * On SIGINT or SIGTERM takes no new requests, lets open ones end, then cleans up. A second signal ends at once.
 * @param ending aborted at the signal, for answers that would go on for ever
 */
export function stopGracefully(
  server: ServerType,
  cleanUp: () => Promise<void>,
  ending?: AbortController,
): void {
  let stopping = false
  function stop(): void {
    if (stopping) process.exit(1)
    stopping = true
    ending?.abort()
    const closed = new Promise((resolve) => server.close(resolve))
    if ('closeIdleConnections' in server) {
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
    }
    // A clean-up that fails is an unhandled rejection: Node prints it and exits with 1.
    void closed.then(cleanUp).then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
