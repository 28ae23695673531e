import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the running product. */
    origin: string
    /** Whether there is a browser to run the journeys in. */
    browser: boolean
  }
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const MISSING = `
  ┌──────────────────────────────────────────────────────────────────────┐
  │ No Chromium on this machine: the browser journeys DO NOT RUN.        │
  │ Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH. │
  └──────────────────────────────────────────────────────────────────────┘
`

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => { probe.listen(0, '127.0.0.1', listening) })
  const address = probe.address()
  await new Promise((closed) => { probe.close(closed) })
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Runs a program of the workspace's or of a package's own, in its folder. */
function run(folder: string, command: readonly string[], environment: Readonly<Record<string, string>>): void {
  const [program = '', ...args] = command
  const { status, stdout, stderr } = spawnSync(join(REPOSITORY, folder, 'node_modules/.bin', program), args, {
    cwd: join(REPOSITORY, folder), env: { ...process.env, ...environment }, encoding: 'utf8', shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}\n${stderr}`)
}

async function untilHealthy(origin: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`)
    const healthy = await fetch(`${origin}/api/health`).then(({ ok }) => ok, () => false)
    if (healthy) return
    await new Promise((resolve) => { setTimeout(resolve, 250) })
  }
  throw new Error('the server did not become healthy within a minute')
}

/** Builds the pages, makes a demonstration database of its own and serves both, as `pnpm start` does. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const browser = findChromium() !== undefined
  project.provide('browser', browser)
  if (!browser) {
    if (process.env.CI === 'true') throw new Error(MISSING)
    console.warn(MISSING)
    project.provide('origin', '')
    return undefined
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'onemap-journeys-'))
  const port = await freePort()
  const environment = { DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '', DEMO: 'true' }
  run('web', ['vite', 'build', '--logLevel', 'warn'], {})
  run('.', ['tsx', 'seeds/src/prepare.ts'], environment)
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: join(REPOSITORY, 'api'), env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await untilHealthy(origin, server)
  project.provide('origin', origin)
  return async () => {
    const ended = new Promise((resolve) => { server.once('exit', resolve) })
    server.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
}
