import { DatabaseRefusal } from './refusal.ts'

const PROBLEMS = {
  'out-of-date':
    '数据库结构不是本版本的，而 DATABASE_URL 的用户无权更新：请把 MIGRATION_DATABASE_URL 设为结构的所有者。\nThe schema is not of this version and the user of DATABASE_URL may not change it: set MIGRATION_DATABASE_URL to its owner.',
  newer:
    '数据库由更新版本的程序建立，本版本不能打开，什么都没有改动：请使用更新的版本，或恢复升级之前的备份。\nThe database was brought on by a newer version and cannot be opened by this one; nothing was changed. Use the newer version, or restore a backup from before.',
  'other-history':
    '数据库由发布之前的开发版本建立，其结构无法升级到本版本，什么都没有改动。若是演示数据，请删除数据目录重新开始；否则请用建立它的版本导出台账后再导入。\nThe database was made by a development version from before the release, whose schema cannot be brought to this one; nothing was changed. If it is demonstration data, delete it and begin anew; otherwise export its ledgers with the version that made it and import them.',
  'rights-missing':
    '数据库里的表还在，但各角色的权限不在：多半是在没有角色的服务器上恢复的备份。角色现已建好，请把备份重新恢复到一个空数据库。\nThe tables are there, but the rights of the roles are not: probably a dump was restored on a server without the roles. The roles stand now; restore the dump again, into an empty database.',
  'need-owner':
    '此操作需要数据库结构的所有者：请设置 MIGRATION_DATABASE_URL。\nThis needs the owner of the schema: set MIGRATION_DATABASE_URL.',
} as const

/** The schema is not what this version works with, or what is asked needs its owner. */
export class SchemaError extends DatabaseRefusal {
  override readonly name = 'SchemaError'

  constructor(problem: keyof typeof PROBLEMS) {
    super(PROBLEMS[problem])
  }
}
