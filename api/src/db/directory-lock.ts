import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The embedded database is open in another process. */
export class DatabaseInUseError extends Error {
  constructor(readonly pid: number) {
    super(
      `内置数据库正被进程 ${pid} 使用：请先停止正在运行的服务，再执行本命令；需要多进程同时访问时，请设置 DATABASE_URL 使用 PostGIS。\nThe embedded database is in use by process ${pid}: stop the running server first, or set DATABASE_URL to use PostGIS.`,
    )
    this.name = 'DatabaseInUseError'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Holds a data directory for this process: two processes writing one embedded database would destroy it.
 * @returns a function that lets it go
 * @throws DatabaseInUseError while a living process holds it; a dead one's lock is taken over
 */
export async function holdDirectory(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true })
  const lock = join(dataDir, 'pg.lock')
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
  if (holder > 0 && holder !== process.pid && isAlive(holder)) throw new DatabaseInUseError(holder)
  await rm(lock, { force: true })
  await writeFile(lock, String(process.pid), { flag: 'wx' })
  return () => rm(lock, { force: true })
}
