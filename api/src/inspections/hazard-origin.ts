import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRows } from '../db/rows.ts'
import { FindingOfHazard } from './schema.ts'

/** The failed items behind a hazard: the one it was reported from, and later ones that were found to be the same. */
export function findingsOfHazard(
  tx: Tx,
  enterpriseId: string,
  hazardId: string,
): Promise<z.output<typeof FindingOfHazard>[]> {
  return queryRows(
    tx,
    FindingOfHazard,
    sql`
    SELECT t.id AS "taskId", t.name AS "taskName", t.kind, i.id AS "checkItemId", i.content, i.requirement, f.note,
           f.recorded_by_name AS "recordedByName", ${isoTime(sql`f.found_at`)} AS "recordedAt"
    FROM inspection_findings f
    JOIN inspection_tasks t ON t.enterprise_id = f.enterprise_id AND t.id = f.task_id
    JOIN check_items i ON i.enterprise_id = f.enterprise_id AND i.id = f.check_item_id
    WHERE f.enterprise_id = ${enterpriseId} AND f.hazard_id = ${hazardId} AND f.result = 'fail'
    ORDER BY f.found_at DESC`,
  )
}
