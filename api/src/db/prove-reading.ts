import { sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { errorCode } from './error-code.ts'
import { SchemaError } from './schema-error.ts'

/** A right is missing, a role cannot be borrowed, a table is not there. */
const RIGHTS_MISSING: ReadonlySet<string> = new Set(['42501', '22023', '42704', '42P01'])

/**
 * Reads as requests do. That a server takes connections says nothing of whether its tables can be read.
 * @throws SchemaError if the roles may not read what requests need
 */
export async function proveReading(database: Database): Promise<void> {
  try {
    await Promise.all([
      database.reading({ audience: 'wide' }, (tx) =>
        tx.execute(sql`SELECT FROM enterprises LIMIT 1`),
      ),
      database.reading({ audience: 'identity' }, (tx) =>
        tx.execute(sql`SELECT FROM users LIMIT 1`),
      ),
    ])
  } catch (error) {
    throw RIGHTS_MISSING.has(errorCode(error) ?? '') ? new SchemaError('rights-missing') : error
  }
}
