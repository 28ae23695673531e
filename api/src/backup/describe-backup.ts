import type { Manifest } from './manifest.ts'

/** What a backup holds, for people. */
export function describeBackup({
  madeAt,
  database,
  tables,
  evidence,
  migrations,
}: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const megabytes = evidence.reduce((sum, file) => sum + file.bytes, 0) / 1e6
  return `备份时刻 made at ${madeAt} (${database}, ${migrations.length} migrations): 表 tables ${tables.length}, 行 rows ${rows}, 附件 files ${evidence.length} (${megabytes.toFixed(1)} MB)`
}
