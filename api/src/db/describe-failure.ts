import { errorCode } from './error-code.ts'
import { DatabaseRefusal } from './refusal.ts'
import { DatabaseUnavailableError } from './unavailable.ts'

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
  EPERM: '数据目录没有读写权限 (no permission on the data folder)',
  EROFS: '数据目录是只读的 (the data folder is read-only)',
  ENOTDIR: '数据目录的路径上有一个文件 (a file stands where the data folder should be)',
}

/** What to tell people about a database that cannot be used; undefined for a defect of the product. */
export function describeFailure(error: unknown): string | undefined {
  if (error instanceof DatabaseRefusal) return error.message
  if (error instanceof DatabaseUnavailableError)
    return describeFailure(error.cause) ?? `${error.text.zh}\n${error.text.en}`
  const problem = CONNECTION_PROBLEMS[errorCode(error) ?? '']
  return problem && `无法使用数据库 (cannot use the database): ${problem}`
}
