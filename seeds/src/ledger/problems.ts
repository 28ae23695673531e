import type { Tx } from '@onemap/api/db/database'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'

const Problem = z.object({
  sheet: z.string().nullable(),
  row: z.number(),
  heading: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
})

/**
 * What is wrong in one cell: its row as the spreadsheet numbers it, its sheet where the file has several, its column, and
 * what was found and expected.
 */
export type Problem = z.infer<typeof Problem>

/** A problem before it is known by its place: by the row's number among all rows of the file. */
export interface StagedProblem extends Pick<Problem, 'heading' | 'message'> {
  readonly ordinal: number
}

/** Puts problems aside in the transaction, where any number of them costs no memory. */
export async function addProblems(tx: Tx, problems: readonly StagedProblem[]): Promise<void> {
  if (problems.length === 0) return
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT p.ordinal, p.heading, p.message ->> 'zh', p.message ->> 'en'
    FROM jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) AS p (ordinal integer, heading text, message jsonb)`)
}

/** Rows whose group has a bad row fall with it: half a risk point would have the wrong level. */
export async function rejectGroups(tx: Tx, heading: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT r.row_no, ${heading}::text,
      format('同一风险点的第 %s 行有错，整个风险点未导入', bad.label),
      format('row %s of the same risk point is wrong, so that none of it is imported', bad.label)
    FROM import_rows r
    JOIN (
      SELECT DISTINCT ON (group_key) group_key, label
      FROM import_rows
      WHERE row_no IN (SELECT row_no FROM import_problems) AND group_key IS NOT NULL
      ORDER BY group_key, row_no
    ) bad USING (group_key)
    WHERE r.row_no NOT IN (SELECT row_no FROM import_problems)`)
}

/** Takes the bad rows out of what will be written. */
export async function dropBadRows(tx: Tx): Promise<void> {
  await tx.execute(sql`DELETE FROM staged WHERE row_no IN (SELECT row_no FROM import_problems)`)
}

/** The first problems in the order of the file, and how many there are. */
export async function readProblems(
  tx: Tx,
  limit: number,
): Promise<{ badRows: number; total: number; first: Problem[] }> {
  const Count = z.object({ badRows: z.coerce.number(), total: z.coerce.number() })
  const count = await queryRow(
    tx,
    Count,
    sql`SELECT count(DISTINCT row_no) AS "badRows", count(*) AS total FROM import_problems`,
  )
  const first = await queryRows(
    tx,
    Problem,
    sql`
    SELECT r.sheet, r.sheet_row AS row, p.heading, json_build_object('zh', p.zh, 'en', p.en) AS message
    FROM import_problems p
    JOIN import_rows r USING (row_no)
    ORDER BY p.row_no, p.id
    LIMIT ${limit}`,
  )
  return { badRows: count?.badRows ?? 0, total: count?.total ?? 0, first }
}
