import { readConfig, type Config } from '@onemap/api/config'
import { inspectDataFolder } from '@onemap/api/db/data-folder'
import { failWith } from './district/load/failures.ts'
import { isPrepared, markPrepared } from './district/load/marker.ts'

/** Prepares the configured database before the server starts; silent and quick when nothing is to do. */
async function prepare(config: Config): Promise<void> {
  const embedded = config.databaseUrl === undefined
  if (embedded && (await isPrepared(config))) return
  // Loaded only when needed: the embedded database's code alone takes a second to read.
  const { prepareDatabase } = await import('./district/load/prepare-database.ts')
  await prepareDatabase(config, await openingMessage(config))
  if (embedded) await markPrepared(config)
}

async function openingMessage(config: Config): Promise<string> {
  if (config.databaseUrl !== undefined)
    return '正在连接数据库并更新结构 (connecting to the database, updating its schema) …'
  return (await inspectDataFolder(config.dataDir)) === 'ours'
    ? '正在打开内置数据库 (opening the embedded database) …'
    : '首次启动：正在创建内置数据库，约 10 秒 (first start: creating the embedded database, about 10 s) …'
}

try {
  await prepare(readConfig(process.env))
} catch (error) {
  failWith(error)
}
