import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { REPOSITORY, startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the running product. */
    origin: string
    /** Whether there is a browser to run the journeys in. */
    browser: boolean
  }
}

const MISSING = `
  ┌──────────────────────────────────────────────────────────────────────┐
  │ No Chromium on this machine: the browser journeys DO NOT RUN.        │
  │ Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH. │
  └──────────────────────────────────────────────────────────────────────┘
`

/** Runs a program of the workspace's or of a package's own, in its folder. */
function run(
  folder: string,
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): void {
  const [program = '', ...args] = command
  const { status, stdout, stderr } = spawnSync(
    join(REPOSITORY, folder, 'node_modules/.bin', program),
    args,
    {
      cwd: join(REPOSITORY, folder),
      env: { ...process.env, ...environment },
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stdout}\n${stderr}`)
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
  const environment = { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: 'true' }
  // The product as it is served: a test's own mode would build in what only development needs.
  run('web', ['vite', 'build', '--logLevel', 'warn'], { NODE_ENV: 'production' })
  run('.', ['tsx', 'seeds/src/prepare.ts'], environment)
  const server = await startServer(environment)
  project.provide('origin', server.origin)
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
