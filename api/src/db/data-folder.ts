import { access, constants, readdir, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './error-code.ts'
import { DatabaseRefusal } from './refusal.ts'

/** Major version of PostgreSQL within PGlite. */
const POSTGRES = '18'
/** Without these a folder is not a database of PostgreSQL, or not a whole one. */
const PARTS = ['PG_VERSION', 'base', 'global', 'global/pg_control', 'pg_wal', 'pg_xact'] as const
const CONTROL_BYTES = 8192
/** Below this a start could not even finish its log. */
const LEAST_FREE_BYTES = 32 * 1024 * 1024

/** Where things of the embedded database lie. */
export function placesOf(dataDir: string): { readonly database: string; readonly making: string } {
  return { database: join(dataDir, 'pg'), making: join(dataDir, 'pg.making') }
}

/** Stands in the folder while a backup is being restored into it. */
export const RESTORING = 'restoring'

/**
 * What the folder of the embedded database holds: nothing yet, or a database of ours. Nothing is changed.
 * @param restoring whether a restore that was interrupted may go on here
 * @throws DatabaseRefusal if there is anything else: a new database over what may be somebody's data would destroy it
 */
export async function inspectDataFolder(
  dataDir: string,
  restoring = false,
): Promise<'new' | 'ours'> {
  const { database } = placesOf(dataDir)
  const inside = (await readdir(database).catch(absent)) ?? []
  if (inside.length === 0) {
    await refuseTraces(dataDir, restoring)
    return 'new'
  }
  const missing: string[] = []
  for (const part of PARTS) {
    const found = await stat(join(database, part)).catch(absent)
    if (found === undefined || (part === 'global/pg_control' && found.size !== CONTROL_BYTES))
      missing.push(part)
  }
  if (missing.length > 0) throw incomplete(database, missing)
  const version = (await readFile(join(database, 'PG_VERSION'), 'utf8')).trim()
  if (version !== POSTGRES)
    throw new DatabaseRefusal(
      `数据目录 ${database} 属于 PostgreSQL ${version}，本版本内置的是 PostgreSQL ${POSTGRES}，不能打开；什么都没有改动。请用建立它的版本执行 pnpm backup，再用本版本 pnpm restore。\n${database} is of PostgreSQL ${version}, and this version brings PostgreSQL ${POSTGRES}: it cannot be opened, and nothing was changed. Make a backup with the version that made it (pnpm backup) and restore that with this one (pnpm restore).`,
    )
  for (const part of ['.', 'base', 'global', 'pg_wal'])
    await access(join(database, part), constants.R_OK | constants.W_OK)
  await refuseFullDisk(dataDir)
  return 'ours'
}

/** A database that ought to be there and is not may be on a disk that is not mounted. */
async function refuseTraces(dataDir: string, restoring: boolean): Promise<void> {
  if ((await stat(join(dataDir, RESTORING)).catch(absent)) !== undefined) {
    if (restoring) return
    throw new DatabaseRefusal(
      `上次向 ${dataDir} 恢复备份没有完成：请再执行一次 pnpm restore。\nA backup was not wholly restored into ${dataDir}: run pnpm restore again.`,
    )
  }
  const traces: string[] = []
  if ((await stat(join(dataDir, 'prepared.json')).catch(absent)) !== undefined)
    traces.push('prepared.json')
  if (((await readdir(join(dataDir, 'evidence')).catch(absent)) ?? []).length > 0)
    traces.push('evidence')
  if (traces.length === 0) return
  throw new DatabaseRefusal(
    `数据目录 ${dataDir} 里有以前的数据（${traces.join('、')}），但没有数据库 pg，可能是磁盘没有挂载或文件被移走；什么都没有改动。请找回 pg，或用 pnpm restore 恢复到另一个空目录；确实要从头开始，请删除整个 ${dataDir}。\n${dataDir} holds traces of earlier data (${traces.join(', ')}) but no database pg: perhaps a disk is not mounted, or files were moved; nothing was changed. Bring pg back, or restore a backup into another, empty folder; to begin anew delete the whole of ${dataDir}.`,
  )
}

async function refuseFullDisk(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize >= LEAST_FREE_BYTES) return
  throw new DatabaseRefusal(
    `数据目录 ${dataDir} 所在磁盘已满，数据库没有打开，什么都没有改动：请先腾出空间。\nThe disk of ${dataDir} is full. The database was not opened and nothing was changed: make room first.`,
  )
}

function incomplete(database: string, missing: readonly string[]): DatabaseRefusal {
  return new DatabaseRefusal(
    `${database} 不是空的，也不是完整的数据库（缺少 ${missing.join('、')}），没有打开，什么都没有改动。请用 pnpm restore 把备份恢复到另一个空目录（DATA_DIR），或找回缺少的文件。\n${database} is neither empty nor a whole database (${missing.join(', ')} missing). It was not opened and nothing was changed. Restore a backup into another, empty folder (pnpm restore, DATA_DIR), or bring back what is missing.`,
  )
}

/** What PostgreSQL itself found too damaged to open; its own words are of no use to anybody but its makers. */
export function damaged(dataDir: string, cause: unknown): DatabaseRefusal {
  const { database } = placesOf(dataDir)
  return new DatabaseRefusal(
    `内置数据库 ${database} 已损坏，打不开；没有建立新库，也没有覆盖任何数据。请保留该目录，用 pnpm restore 把最近的备份恢复到另一个空目录（DATA_DIR）。\nThe embedded database ${database} is damaged and cannot be opened; no new one was made and no data was overwritten. Keep the folder, and restore the latest backup into another, empty one (pnpm restore, DATA_DIR).`,
    { cause },
  )
}

function absent(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT') return undefined
  throw error
}
