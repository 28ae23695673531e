import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSealer } from './personal-data-key.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'onemap-key-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('makes a key once, for its owner only, and keeps it', async () => {
  const [first, beside] = await Promise.all(
    [1, 2].map(() => openSealer({ personalDataKey: undefined, dataDir })),
  )
  const later = await openSealer({ personalDataKey: undefined, dataDir })
  expect(later.unseal(first?.seal('13800001234') ?? '')).toBe('13800001234')
  expect(later.unseal(beside?.seal('13800001234') ?? '')).toBe('13800001234')
  expect((await stat(join(dataDir, 'personal-data.key'))).mode & 0o777).toBe(0o600)
})

it('prefers the configured key and then leaves no file', async () => {
  await openSealer({ personalDataKey: Buffer.alloc(32, 1), dataDir })
  await expect(readFile(join(dataDir, 'personal-data.key'))).rejects.toThrow()
})

it('refuses a file that holds no key', async () => {
  await writeFile(join(dataDir, 'personal-data.key'), 'not a key')
  await expect(openSealer({ personalDataKey: undefined, dataDir })).rejects.toThrow(RangeError)
})
