import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { diskEvidenceStore } from './evidence-disk.ts'
import { evidencePath } from './evidence-path.ts'

const NAME = `abcd${'0'.repeat(60)}`
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-'))
})
afterEach(() => rm(folder, { recursive: true }))

const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

it('keeps, gives, and removes files by name', async () => {
  const store = diskEvidenceStore(folder)
  expect(await store.get(NAME)).toBeUndefined()
  await Promise.all([
    store.put(NAME, Buffer.from('picture')),
    store.put(NAME, Buffer.from('picture')),
  ])
  const found = await store.get(NAME)
  expect(found?.bytes).toBe(7)
  expect(await new Response(found?.body).text()).toBe('picture')
  expect(await store.has(NAME)).toBe(true)
  await store.remove(NAME)
  await store.remove(NAME)
  expect([await store.has(NAME), await files()]).toEqual([false, []])
})

it('leaves nothing behind when writing fails', async () => {
  const store = diskEvidenceStore(folder)
  // A folder stands where the file should go.
  await diskEvidenceStore(join(folder, evidencePath(NAME))).put(NAME, Buffer.from('x'))
  const before = await files()
  await expect(store.put(NAME, Buffer.from('picture'))).rejects.toThrow()
  expect(await files()).toEqual(before)
})

it('never leaves its folder', async () => {
  const store = diskEvidenceStore(folder)
  for (const name of ['../x', 'a', `${NAME}/..`, ''])
    await expect(store.put(name, Buffer.from('x'))).rejects.toThrow('not the name')
})

it('lists what is old and clears away what was never finished', async () => {
  const store = diskEvidenceStore(folder)
  const recent = NAME.replace('abcd', 'ffff')
  await store.put(NAME, Buffer.from('old'))
  await store.put(recent, Buffer.from('new'))
  const [draft, old] = [join(folder, 'unfinished', 'half'), new Date('2026-01-01')]
  await writeFile(draft, 'half')
  await utimes(draft, old, old)
  await utimes(join(folder, evidencePath(NAME)), old, old)
  const listed: string[] = []
  for await (const name of store.olderThan(new Date('2026-02-01'))) listed.push(name)
  expect(listed).toEqual([NAME])
  expect((await files()).sort()).toEqual([NAME, recent])
})
