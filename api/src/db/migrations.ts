import { fileURLToPath } from 'node:url'

/** Folder of the SQL migrations, the same for both databases. */
export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))
