import type { Tx } from '../db/database.ts'
import { evidenceOf, type Evidence } from '../db/evidence.ts'

/** One record; undefined where the scope sees none of that id. */
export async function findEvidence(tx: Tx, enterpriseId: string, id: string): Promise<Evidence | undefined> {
  return (await evidenceOf(tx, enterpriseId, [id]))[0]
}
