import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { describeFailure } from '../db/describe-failure.ts'
import { openDatabase } from '../db/open.ts'
import { hashPassword } from '../db/password-hash.ts'
import { openSealer } from '../db/personal-data-key.ts'
import { queryRow } from '../db/rows.ts'
import { todayInChina } from '../domain/overdue.ts'
import { oneTimePassword } from './one-time-password.ts'
import { NewPerson } from './schema.ts'
import { createPerson } from './writes.ts'

const USAGE = `用法 usage: pnpm first-admin --username zhang.san --name 张三
为没有系统管理员的数据库建立第一个管理员，打印一次性密码。
Makes the first administrator of a database that has none, and prints a one-time password.`

/** Administrators who can sign in already, demonstration accounts not counted. */
async function countAdmins(database: Database): Promise<number> {
  const row = await database.asOwner((tx) =>
    queryRow(
      tx,
      z.object({ admins: z.coerce.number() }),
      sql`
    SELECT count(*) AS admins FROM users WHERE role = 'admin' AND username IS NOT NULL AND NOT banned AND NOT is_demo`,
    ),
  )
  return row?.admins ?? 0
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { username: { type: 'string' }, name: { type: 'string' } },
  })
  const today = todayInChina(new Date())
  const wanted = NewPerson.safeParse({
    ...values,
    role: 'admin',
    appointment: { validFrom: today },
  })
  if (!wanted.success || wanted.data.username === undefined) throw new Error(USAGE)
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    if ((await countAdmins(database)) > 0)
      throw new Error(
        '已有系统管理员，请由其在“人员”中新增。\nThere is an administrator already, who adds others among the people.',
      )
    const password = oneTimePassword()
    const hash = await hashPassword(password)
    const sealer = await openSealer(config)
    await database.asOwner((tx) => createPerson(tx, sealer, wanted.data, hash))
    console.log(
      `用户名 username: ${wanted.data.username}\n一次性密码 one-time password: ${password}`,
    )
  } finally {
    await database.close()
  }
}

try {
  await run()
} catch (error) {
  console.error(describeFailure(error) ?? (error instanceof Error ? error.message : error))
  process.exitCode = 1
}
