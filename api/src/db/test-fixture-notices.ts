import { sql } from 'drizzle-orm'
import { NEIGHBOUR_PROFILES } from '../domain/neighbour-profile.ts'
import type { Tx } from './database.ts'
import { lookAtEnterprise } from './notice-drafts.ts'
import { enterpriseId, idOf, NOW } from './test-fixture-places.ts'

/** Enterprises whose points concern others: 1 tells 2 and 3, 5 tells 6 and 7. */
const SENDERS = [1, 5] as const

/** Plants the notices that are due by the rules, issued yesterday, with the copies of their recipients; nobody has signed. */
export async function plantNotices(tx: Tx): Promise<void> {
  let made = 0
  const at = new Date(NOW.getTime() - 86_400_000)
  for (const number of SENDERS) {
    await lookAtEnterprise(tx, enterpriseId(number), { profile: NEIGHBOUR_PROFILES[0], at, newId: () => idOf('e7', (made += 1)) })
  }
  await tx.execute(sql`
    UPDATE neighbour_notices SET status = 'issued', issued_at = ${at.toISOString()}, issued_by_name = '安全员', issued_by_part = 'safety-officer', renew_on = '2027-11-23'`)
  await tx.execute(sql`DELETE FROM messages WHERE kind LIKE 'notice-%'`)
  await tx.execute(sql`DELETE FROM neighbour_checks`)
}
