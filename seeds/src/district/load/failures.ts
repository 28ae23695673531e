import { ConfigError } from '@onemap/api/config'
import { DatabaseInUseError } from '@onemap/api/db/directory-lock'
import { SchemaError } from '@onemap/api/db/prepare-schema'
import { z } from 'zod'

/** The command cannot do what was asked; the message says why and what to do. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused'
}

const CONNECTION_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '数据库服务没有运行，或地址、端口不对 (nothing listens there)',
  ENOTFOUND: '找不到数据库主机 (host not found)',
  EAI_AGAIN: '找不到数据库主机 (host not found)',
  ETIMEDOUT: '连接数据库超时 (timed out)',
  ECONNRESET: '数据库断开了连接 (connection reset)',
  '28P01': '用户名或口令不对 (wrong user or password)',
  '28000': '该用户不允许连接 (user may not connect)',
  '3D000': '数据库不存在，请先创建 (database does not exist)',
  '53300': '数据库连接数已满 (too many connections)',
  '57P03': '数据库正在启动，请稍后再试 (database is starting up)',
  '42501': '该用户没有建表权限 (user may not create tables)',
  '58P01': '数据库服务器没有安装 PostGIS (PostGIS is not installed)',
  '0A000': '数据库服务器没有安装 PostGIS (PostGIS is not installed)',
  ENOSPC: '磁盘空间不足 (no space left)',
  EACCES: '数据目录没有读写权限 (no permission on the data folder)',
  EROFS: '数据目录是只读的 (the data folder is read-only)',
}

const Coded = z.object({ code: z.string() })
const Wrapped = z.object({ cause: z.unknown() })
const Several = z.object({ errors: z.array(z.unknown()).min(1) })

/** What to tell the user about a failure that may be expected; undefined for a defect of the product. */
export function explainFailure(error: unknown): string | undefined {
  if (
    error instanceof SeedRefused ||
    error instanceof ConfigError ||
    error instanceof DatabaseInUseError ||
    error instanceof SchemaError
  )
    return error.message
  const problem = CONNECTION_PROBLEMS[codeOf(error) ?? '']
  return problem && `无法使用数据库 (cannot use the database): ${problem}`
}

/** The code of an error, of its cause, or of the first of several: drivers wrap what the system said. */
function codeOf(error: unknown): string | undefined {
  const several = Several.safeParse(error)
  if (several.success) return codeOf(several.data.errors[0])
  const coded = Coded.safeParse(error)
  if (coded.success) return coded.data.code
  const wrapped = Wrapped.safeParse(error)
  return wrapped.success && wrapped.data.cause !== undefined
    ? codeOf(wrapped.data.cause)
    : undefined
}

/** Ends a command: an expected failure in plain words, a defect with its trace. */
export function failWith(error: unknown): void {
  console.error(explainFailure(error) ?? error)
  process.exitCode = 1
}
