import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { errorCode } from '../db/error-code.ts'
import { KEPT_SECRETS } from '../db/kept-secret.ts'
import type { Manifest } from './manifest.ts'
import { BackupRefusal } from './refusal.ts'

export type SecretSources = Pick<Config, 'dataDir' | 'personalDataKey' | 'authSecret'>
type Name = keyof typeof KEPT_SECRETS

const VARIABLES: Readonly<Record<Name, string>> = {
  personalData: 'PERSONAL_DATA_KEY',
  auth: 'AUTH_SECRET',
}
const NAMES = ['personalData', 'auth'] as const satisfies readonly Name[]

function configured(config: SecretSources, name: Name): Buffer | undefined {
  const given = name === 'auth' ? config.authSecret : config.personalDataKey
  return given === undefined ? undefined : Buffer.from(given)
}

async function keptIn(folder: string, name: Name): Promise<Buffer | undefined> {
  const text = await readFile(join(folder, KEPT_SECRETS[name]), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
  return text === undefined
    ? undefined
    : Buffer.from(text.trim(), name === 'personalData' ? 'base64' : 'utf8')
}

/** Recognises a secret without telling it: it is as random as the digest is long. */
const fingerprint = (secret: Buffer | undefined): string | null =>
  secret === undefined
    ? null
    : createHash('sha256').update('onemap backup ').update(secret).digest('hex').slice(0, 16)

/**
 * Copies the secrets that the data folder keeps into `folder/secrets`. One that the configuration gives is not written
 * down beside the data that it seals; its fingerprint says which one a restore needs.
 */
export async function copySecretsOut(
  config: SecretSources,
  folder: string,
): Promise<Manifest['secrets']> {
  const prints: Manifest['secrets'] = { personalData: null, auth: null }
  for (const name of NAMES) {
    const given = configured(config, name)
    const kept = given === undefined ? await keptIn(config.dataDir, name) : undefined
    prints[name] = fingerprint(given ?? kept)
    if (kept === undefined) continue
    await mkdir(join(folder, 'secrets'), { recursive: true, mode: 0o700 })
    await copyFile(
      join(config.dataDir, KEPT_SECRETS[name]),
      join(folder, 'secrets', KEPT_SECRETS[name]),
    )
  }
  return prints
}

/**
 * Sees to it that a restored database finds the secrets that it was sealed with.
 * @param acceptLoss goes on with other secrets: sealed numbers stay unreadable, two-factor sign-in is set up anew
 * @returns writes the secrets that the folder is to keep
 * @throws BackupRefusal naming the variable to set
 */
export async function prepareSecrets(
  config: SecretSources,
  folder: string,
  prints: Manifest['secrets'],
  acceptLoss: boolean,
): Promise<() => Promise<void>> {
  const toKeep: Array<readonly [file: string, content: string]> = []
  for (const name of NAMES) {
    const wanted = prints[name]
    if (wanted === null) continue
    const here = configured(config, name) ?? (await keptIn(config.dataDir, name))
    if (fingerprint(here) === wanted) continue
    const saved = await keptIn(join(folder, 'secrets'), name)
    if (here === undefined && fingerprint(saved) === wanted) {
      const file = KEPT_SECRETS[name]
      toKeep.push([file, await readFile(join(folder, 'secrets', file), 'utf8')])
    } else if (!acceptLoss) throw otherSecret(name, wanted, here !== undefined)
  }
  return async () => {
    await mkdir(config.dataDir, { recursive: true })
    for (const [file, content] of toKeep)
      await writeFile(join(config.dataDir, file), content, { flag: 'wx', mode: 0o600 })
  }
}

function otherSecret(name: Name, wanted: string, another: boolean): BackupRefusal {
  const variable = VARIABLES[name]
  const file = KEPT_SECRETS[name]
  return new BackupRefusal(
    `备份用的 ${variable}（指纹 ${wanted}）${another ? '与这里的不同' : '不在备份里，这里也没有'}，没有恢复：请设置当时的 ${variable}，或放回文件 ${file}。确实找不回时加 --accept-lost-secrets，个人信息将无法解密或两步验证须重新设置。\nThe ${variable} of the backup (fingerprint ${wanted}) ${another ? 'is not the one here' : 'is neither in the backup nor here'}; nothing was restored. Set the ${variable} of that time, or bring back the file ${file}. If it is lost for good, add --accept-lost-secrets: sealed numbers stay unreadable, or two-factor sign-in is to be set up anew.`,
  )
}
