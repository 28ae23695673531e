import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows, uuidArray } from '../db/rows.ts'
import { NotFoundError } from '../http/errors.ts'
import { newPublicCode } from './codes.ts'
import { DisclosureConflictError } from './refusals.ts'
import { BatchItem, Candidate, type ItemChanges } from './schema.ts'
import { SUGGESTED } from '../db/roster-sites.ts'

export type Item = z.output<typeof BatchItem>
type ItemChange = z.output<typeof ItemChanges>['items'][number]

/** The sites of a batch, most dangerous first. */
export function listItems(tx: Tx, batchId: string): Promise<Item[]> {
  return queryRows(
    tx,
    BatchItem,
    sql`
    SELECT i.enterprise_id AS "enterpriseId", e.name, e.kind, e.risk_level AS level, t.name AS "townName", c.code, i.part, i.overrides, i.reason
    FROM disclosure_items i
    JOIN enterprises e ON e.id = i.enterprise_id
    JOIN areas t ON t.code = e.town_code
    JOIN disclosure_codes c ON c.enterprise_id = i.enterprise_id
    WHERE i.batch_id = ${batchId}
    ORDER BY coalesce(e.risk_level, 5), e.initials COLLATE "C", e.id`,
  )
}

/** Every site of the district, and whether it is proposed or published. */
export function listCandidates(
  tx: Tx,
  standing: string | null,
): Promise<z.output<typeof Candidate>[]> {
  return queryRows(
    tx,
    Candidate,
    sql`
    SELECT e.id AS "enterpriseId", e.name, e.kind, e.risk_level AS level, t.name AS "townName",
      coalesce(${SUGGESTED} AND e.risk_level IS NOT NULL, false) AS suggested,
      EXISTS (SELECT FROM disclosure_codes c JOIN public_records r ON r.code = c.code AND r.batch_number = ${standing}
              WHERE c.enterprise_id = e.id) AS published
    FROM enterprises e
    JOIN areas t ON t.code = e.town_code
    ORDER BY coalesce(e.risk_level, 5), e.initials COLLATE "C", e.id`,
  )
}

/**
 * Fills a new batch: whatever stands in the roster with the words last used for it, and, if asked, whatever is proposed besides.
 * @param standing number of the edition that stands; null before the first
 */
export async function fillBatch(
  tx: Tx,
  batchId: string,
  standing: string | null,
  withSuggested: boolean,
): Promise<void> {
  const wanted = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    SELECT e.id FROM enterprises e
    WHERE (${withSuggested} AND ${SUGGESTED} AND e.risk_level IS NOT NULL)
      OR EXISTS (SELECT FROM disclosure_codes c JOIN public_records r ON r.code = c.code AND r.batch_number = ${standing} WHERE c.enterprise_id = e.id)`,
  )
  await giveCodes(
    tx,
    wanted.map(({ id }) => id),
  )
  await tx.execute(sql`
    INSERT INTO disclosure_items (batch_id, enterprise_id, part, overrides)
    SELECT ${batchId}::uuid, wanted.id, 'include', coalesce((
      SELECT i.overrides FROM disclosure_items i JOIN disclosure_batches b ON b.id = i.batch_id
      WHERE i.enterprise_id = wanted.id AND b.number = ${standing}
    ), '{}')
    FROM (SELECT unnest(${uuidArray(wanted.map(({ id }) => id))}) AS id) wanted`)
}

/**
 * Puts sites into a batch, takes them out, or says something of them in other words.
 * @throws DisclosureConflictError `must-stay-named` where a published site would be dropped without a word
 * @throws NotFoundError `enterprise`
 */
export async function changeItems(
  tx: Tx,
  batchId: string,
  standing: string | null,
  changes: readonly ItemChange[],
): Promise<void> {
  const ids = changes.map(({ enterpriseId }) => enterpriseId)
  const known = await queryRow(
    tx,
    z.object({ known: z.int() }),
    sql`SELECT count(*)::int AS known FROM enterprises WHERE id = ANY (${uuidArray(ids)})`,
  )
  if (known?.known !== new Set(ids).size) throw new NotFoundError('enterprise')
  const dropped = changes
    .filter(({ part }) => part === 'drop')
    .map(({ enterpriseId }) => enterpriseId)
  const published = await queryRow(
    tx,
    z.object({ published: z.int() }),
    sql`
    SELECT count(*)::int AS published FROM disclosure_codes c JOIN public_records r ON r.code = c.code AND r.batch_number = ${standing}
    WHERE c.enterprise_id = ANY (${uuidArray(dropped)})`,
  )
  if ((published?.published ?? 0) > 0) throw new DisclosureConflictError('must-stay-named')
  await tx.execute(
    sql`DELETE FROM disclosure_items WHERE batch_id = ${batchId} AND enterprise_id = ANY (${uuidArray(dropped)})`,
  )
  const kept = changes.filter(({ part }) => part !== 'drop')
  await giveCodes(
    tx,
    kept.map(({ enterpriseId }) => enterpriseId),
  )
  await tx.execute(sql`
    INSERT INTO disclosure_items (batch_id, enterprise_id, part, overrides, reason)
    SELECT ${batchId}::uuid, "enterpriseId", part, overrides, nullif(reason, '')
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS wanted ("enterpriseId" uuid, part text, overrides jsonb, reason text)
    ON CONFLICT (batch_id, enterprise_id) DO UPDATE
    SET part = excluded.part, overrides = excluded.overrides, reason = excluded.reason`)
}

/** Gives each site that has none a public code of its own. */
async function giveCodes(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanting = () =>
    queryRows(
      tx,
      z.object({ id: z.uuid() }),
      sql`
    SELECT id FROM enterprises e WHERE id = ANY (${uuidArray(ids)}) AND NOT EXISTS (SELECT FROM disclosure_codes c WHERE c.enterprise_id = e.id)`,
    )
  for (let bare = await wanting(); bare.length > 0; bare = await wanting()) {
    const codes = bare.map(({ id }) => ({ id, code: newPublicCode() }))
    await tx.execute(sql`
      INSERT INTO disclosure_codes (enterprise_id, code)
      SELECT id, code FROM jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) AS given (id uuid, code text)
      ON CONFLICT DO NOTHING`)
  }
}
