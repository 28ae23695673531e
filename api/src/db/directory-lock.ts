import { mkdir, open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode } from './error-code.ts'
import { DatabaseRefusal } from './refusal.ts'

const require = createRequire(import.meta.url)
/** The package brings no types. `tryLock` says whether it got the lock. */
const { tryLock } = z
  .object({
    tryLock: z.custom<(fd: number) => boolean>((value) => typeof value === 'function'),
  })
  .parse(require('fs-native-extensions'))

/** The embedded database is open in another process. */
export class DatabaseInUseError extends DatabaseRefusal {
  override readonly name = 'DatabaseInUseError'

  /** @param holder who holds it, as the holder wrote it down */
  constructor(holder: string) {
    super(
      `内置数据库正被另一个进程使用（${holder}）：请先停止正在运行的服务，再执行本命令；需要多进程同时访问时，请设置 DATABASE_URL 使用 PostGIS。\nThe embedded database is in use by another process (${holder}): stop the running server first, or set DATABASE_URL to use PostGIS.`,
    )
  }
}

/** What file systems say that know no locks. */
const NO_LOCKS: ReadonlySet<string> = new Set([
  'ENOLCK',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
])

/**
 * Holds a data directory for this process: two processes writing one embedded database would destroy it. The lock is
 * the kernel's, on the open file: it holds across containers that share the folder, where process ids mean nothing,
 * and it ends with the process however that ends. What the file says is for people only, and a file left over locks
 * nobody out.
 * @returns a function that lets it go
 * @throws DatabaseInUseError while another process holds it
 */
export async function holdDirectory(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'pg.lock')
  const file = await open(path, 'a')
  try {
    if (!locked(file.fd, dataDir)) {
      const note = await readFile(path, 'utf8').catch(() => '')
      throw new DatabaseInUseError(note.trim() || '?')
    }
    await file.truncate()
    await file.write(`pid ${process.pid}, ${hostname()}, ${new Date().toISOString()}\n`)
  } catch (error) {
    await file.close()
    throw error
  }
  return () => file.close()
}

function locked(fd: number, dataDir: string): boolean {
  try {
    return tryLock(fd)
  } catch (error) {
    if (!NO_LOCKS.has(errorCode(error) ?? '')) throw error
    throw new DatabaseRefusal(
      `数据目录 ${dataDir} 所在的文件系统不支持文件锁，内置数据库在其上不安全：请用 DATA_DIR 指定本机磁盘上的目录，或设置 DATABASE_URL 使用 PostGIS。\nThe file system of ${dataDir} knows no locks, so that the embedded database is not safe on it: set DATA_DIR to a folder on a local disk, or DATABASE_URL to use PostGIS.`,
    )
  }
}
