import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BackupRefusal } from './refusal.ts'
import { copySecretsOut, prepareSecrets } from './secrets.ts'

const KEY = Buffer.alloc(32, 7)
const AUTH = 'an auth secret that is long and random'

let source: string
let target: string
let folder: string
beforeEach(async () => {
  const made = () => mkdtemp(join(tmpdir(), 'onemap-secrets-'))
  ;[source, target, folder] = [await made(), await made(), await made()]
  await writeFile(join(source, 'personal-data.key'), `${KEY.toString('base64')}\n`)
})
afterEach(async () => {
  for (const made of [source, target, folder]) await rm(made, { recursive: true })
})

const none = { personalDataKey: undefined, authSecret: undefined }

describe('secrets of a backup', () => {
  it('are kept readable by their owner only, and put back', async () => {
    const prints = await copySecretsOut({ dataDir: source, ...none }, folder)
    expect(prints.auth).toBeNull()
    await (
      await prepareSecrets({ dataDir: target, ...none }, folder, prints, false)
    )()
    const restored = join(target, 'personal-data.key')
    expect(await readFile(restored, 'utf8')).toBe(`${KEY.toString('base64')}\n`)
    expect((await stat(restored)).mode & 0o077).toBe(0)
  })

  it('are recognised where they stand, in a file or in the configuration', async () => {
    const prints = await copySecretsOut({ dataDir: source, ...none }, folder)
    for (const here of [
      { dataDir: source, ...none },
      { dataDir: target, ...none, personalDataKey: KEY },
    ])
      await (
        await prepareSecrets(here, folder, prints, false)
      )()
    await expect(stat(join(target, 'personal-data.key'))).rejects.toThrow()
  })

  it('that the configuration gave are asked for by the name of their variable', async () => {
    const prints = await copySecretsOut({ dataDir: target, ...none, authSecret: AUTH }, folder)
    await expect(
      prepareSecrets({ dataDir: target, ...none }, folder, prints, false),
    ).rejects.toThrow(/AUTH_SECRET.*--accept-lost-secrets/s)
    await prepareSecrets({ dataDir: target, ...none, authSecret: AUTH }, folder, prints, false)
    await prepareSecrets({ dataDir: target, ...none }, folder, prints, true)
  })

  it('are never written over another of the target', async () => {
    const prints = await copySecretsOut({ dataDir: source, ...none }, folder)
    const other = `${Buffer.alloc(32, 8).toString('base64')}\n`
    await writeFile(join(target, 'personal-data.key'), other)
    await expect(
      prepareSecrets({ dataDir: target, ...none }, folder, prints, false),
    ).rejects.toThrow(BackupRefusal)
    await (
      await prepareSecrets({ dataDir: target, ...none }, folder, prints, true)
    )()
    expect(await readFile(join(target, 'personal-data.key'), 'utf8')).toBe(other)
  })
})
