import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { evidenceIn, readHead, readLinks } from './chain-queries.ts'
import { walkChain, type Mark, type Verdict } from './chain.ts'

/** Walks the whole chain as the auditor, in one snapshot: what is written meanwhile is not looked at. */
export function verifyChain(database: Database, noted?: Mark): Promise<Verdict> {
  return database.scoped({ audience: 'auditor' }, async (tx) => {
    await tx.execute(sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`)
    return walkChain(readLinks(tx), await readHead(tx), noted, evidenceIn(tx))
  })
}
