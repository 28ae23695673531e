import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageJson from '../../package.json' with { type: 'json' }
import { readConfig } from '../config.ts'
import { openEvidenceStore } from '../db/open-evidence-store.ts'
import { openOwned } from '../db/open.ts'
import { failWith } from './fail-with.ts'
import { makeBackup } from './make-backup.ts'
import { describeBackup } from './describe-backup.ts'

const USAGE = `用法 usage: pnpm backup [目录 folder]
把数据库、照片文件和密钥备份到一个新目录；默认 onemap-backup-年月日-时分。内置数据库须先停止服务，PostGIS 不用停。
Writes database, files and secrets into a new folder, by default onemap-backup-<date>-<time>. Stop the server first
where the database is the embedded one; on PostGIS it goes on.`

/** `onemap-backup-20261130-2215`, by the clock of the machine. */
function usualName(now: Date): string {
  const part = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}${part(now.getMonth() + 1)}${part(now.getDate())}`
  return `onemap-backup-${day}-${part(now.getHours())}${part(now.getMinutes())}`
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help || positionals.length > 1) return console.log(USAGE)
  const folder = resolve(process.env['INIT_CWD'] ?? '.', positionals[0] ?? usualName(new Date()))
  const config = readConfig(process.env)
  const database = await openOwned(config)
  try {
    const evidence = openEvidenceStore(config)
    const sources = { database, evidence, config, version: packageJson.version }
    const manifest = await makeBackup(sources, folder)
    console.log(describeBackup(manifest))
    console.log(`已备份到 written to: ${folder}`)
    if (manifest.missing.length > 0) {
      console.error(
        `有 ${manifest.missing.length} 个附件文件缺失或损坏，清单 missing 里有名称。\n${manifest.missing.length} files are missing or damaged; the manifest names them under missing.`,
      )
      process.exitCode = 2
    }
  } finally {
    await database.close()
  }
}

await run().catch(failWith)
