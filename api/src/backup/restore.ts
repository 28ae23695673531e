import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openEvidenceStore } from '../db/open-evidence-store.ts'
import { describeBackup } from './describe-backup.ts'
import { failWith } from './fail-with.ts'
import { checkBackup, restoreBackup } from './restore-backup.ts'

const USAGE = `用法 usage: pnpm restore <备份目录 folder> [--check] [--accept-lost-secrets]
恢复到 DATABASE_URL 指定的空数据库，或 DATA_DIR 指定的空目录；内置与 PostGIS 的备份可以互换。逐表核对行数与摘要。
  --check                只在内存中试恢复并核对，什么都不写
  --accept-lost-secrets  密钥确已丢失时仍然恢复
Restores into the empty database of DATABASE_URL, or the empty folder DATA_DIR; backups of the embedded database and of
PostGIS are interchangeable. Rows are counted and compared.
  --check                restores into memory only, as a proof
  --accept-lost-secrets  goes on where the secrets are lost`

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      help: { type: 'boolean' },
      check: { type: 'boolean' },
      'accept-lost-secrets': { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [given, ...more] = positionals
  if (values.help || given === undefined || more.length > 0) {
    console.log(USAGE)
    if (!values.help) process.exitCode = 2
    return
  }
  const folder = resolve(process.env['INIT_CWD'] ?? '.', given)
  if (values.check) {
    console.log(describeBackup(await checkBackup(folder)))
    console.log('试恢复核对无误。 Restored into memory and compared: it is whole.')
    return
  }
  const config = readConfig(process.env)
  const sources = { config, evidence: openEvidenceStore(config) }
  const manifest = await restoreBackup(sources, folder, values['accept-lost-secrets'] ?? false)
  console.log(describeBackup(manifest))
  console.log('已恢复并逐表核对，可以启动服务。 Restored and compared; the server can be started.')
}

await run().catch(failWith)
