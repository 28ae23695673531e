import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => {
    probe.listen(0, '127.0.0.1', listening)
  })
  const address = probe.address()
  await new Promise((closed) => {
    probe.close(closed)
  })
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function untilHealthy(origin: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`)
    const healthy = await fetch(`${origin}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => {
      setTimeout(resolve, 250)
    })
  }
  throw new Error('the server did not become healthy within a minute')
}

/** Starts the product on a port of its own, as `pnpm start` does once everything is prepared. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const port = await freePort()
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: join(REPOSITORY, 'api'),
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await untilHealthy(origin, server)
  return {
    origin,
    async stop() {
      const ended = new Promise((resolve) => {
        server.once('exit', resolve)
      })
      server.kill('SIGTERM')
      await ended
    },
  }
}
