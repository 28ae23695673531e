import type { ServerType } from '@hono/node-server'

/** Open requests are given this long to end after a signal, then they are cut. */
const PATIENCE_MS = 20_000
/** How often connections that have had their answer are closed meanwhile. */
const SWEEP_MS = 100
/** What cleaning up may take, such as the end of a transaction that is under way. */
const CLEAN_UP_MS = 10_000
/** One gesture may arrive several times: a terminal tells every process, and each tells its children. */
const ONE_GESTURE_MS = 1_000

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
  let begun: number | undefined
  function stop(): void {
    if (begun !== undefined) {
      if (performance.now() - begun > ONE_GESTURE_MS) process.exit(1)
      return
    }
    begun = performance.now()
    ending?.abort()
    // A clean-up that fails is an unhandled rejection: Node prints it and exits with 1.
    void closed(server)
      .then(() => {
        setTimeout(() => process.exit(1), CLEAN_UP_MS).unref()
        return cleanUp()
      })
      .then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Waits for open requests, for a while. */
async function closed(server: ServerType): Promise<void> {
  const done = new Promise((resolve) => server.close(resolve))
  if (!('closeIdleConnections' in server)) return void (await done)
  // Whoever keeps a connection for its next request would keep the server from closing.
  const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cutting = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await done
  clearInterval(sweeping)
  clearTimeout(cutting)
}
