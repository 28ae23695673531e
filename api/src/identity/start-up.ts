import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ConfigError, type Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'

/**
 * In production nobody may sign in with a password that stands in the README.
 * @throws ConfigError if the database holds demonstration accounts and DEMO is not `true`
 */
export async function refuseDemoAccounts(
  database: Database,
  { production, demo }: Pick<Config, 'production' | 'demo'>,
): Promise<void> {
  if (!production || demo) return
  const found = await database.scoped({ audience: 'identity' }, (tx) =>
    queryRow(
      tx,
      z.object({ accounts: z.coerce.number() }),
      sql`
    SELECT count(*) AS accounts FROM users WHERE is_demo AND username IS NOT NULL AND NOT banned`,
    ),
  )
  const accounts = found?.accounts ?? 0
  if (accounts === 0) return
  throw new ConfigError(
    [
      `数据库中有 ${accounts} 个演示账号，其密码是公开的，生产环境拒绝启动：请换用空数据库；确为演示时设置 DEMO=true。`,
      `The database holds ${accounts} demonstration accounts whose password is public: use an empty database, or set DEMO=true if this is a demonstration.`,
    ].join('\n'),
  )
}
