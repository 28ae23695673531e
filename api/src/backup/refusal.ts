/** A backup cannot be made or restored. The message says in both languages why and what to do. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal'
}

/** A file of a backup is missing or cannot be read. */
export function damagedFile(path: string, cause: unknown): BackupRefusal {
  return new BackupRefusal(
    `备份中的文件 ${path} 缺失或已损坏，什么都没有恢复。\nThe file ${path} of the backup is missing or damaged; nothing was restored.`,
    { cause },
  )
}
