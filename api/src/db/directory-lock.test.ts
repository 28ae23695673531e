import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DatabaseInUseError, holdDirectory } from './directory-lock.ts'

const HOLDER = fileURLToPath(new URL('./test-holder.ts', import.meta.url))

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'onemap-lock-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

it('keeps others out until it is let go, within a process too', async () => {
  const release = await holdDirectory(dataDir)
  await expect(holdDirectory(dataDir)).rejects.toThrow(DatabaseInUseError)
  await expect(holdDirectory(dataDir)).rejects.toThrow(`pid ${process.pid}`)
  await release()
  await (
    await holdDirectory(dataDir)
  )()
})

it('is not impressed by what a file says that was left over', async () => {
  // A process that lives, and whose id a lock by process ids would respect for ever.
  await writeFile(join(dataDir, 'pg.lock'), String(process.ppid))
  await (
    await holdDirectory(dataDir)
  )()
})

it('ends with the process that held it, however that ends', async () => {
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  // Whoever reads only the file learns nothing: it may name a process of another container.
  await writeFile(join(dataDir, 'pg.lock'), 'pid 999999')
  await expect(holdDirectory(dataDir)).rejects.toThrow(DatabaseInUseError)
  const ended = once(holder, 'exit')
  holder.kill('SIGKILL')
  await ended
  await (
    await holdDirectory(dataDir)
  )()
})
