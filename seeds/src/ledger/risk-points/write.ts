import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import type { ImportContext, Tally } from '../ledger.ts'
import { createTouchedPoints } from './touched-points.ts'
import { writeMeasures, writeResponsibilities } from './write-controls.ts'
import { insertPoints, stagePoints, updatePoints } from './write-points.ts'
import { stageSources, writeAssessments, writeSources } from './write-sources.ts'

/**
 * Creates and updates risk points by credit code and code. A point in the file has exactly the sources, measures
 * and responsibilities that the file gives it; points that are not in the file stay as they are.
 */
export async function writeRiskPoints(tx: Tx, context: ImportContext): Promise<Tally[]> {
  await createTouchedPoints(tx)
  await stagePoints(tx)
  const created = await insertPoints(tx)
  await updatePoints(tx)
  await stageSources(tx)
  const sources = await writeSources(tx)
  const assessments = await writeAssessments(tx, context)
  await writeMeasures(tx, context)
  await writeResponsibilities(tx, context)
  const updated = await countRows(
    tx,
    sql`SELECT DISTINCT t.id FROM touched_points t JOIN staged_points p ON p.id = t.id AND p.known`,
  )
  await tx.execute(
    sql`UPDATE risk_points p SET version = version + 1 FROM staged_points s WHERE s.known AND p.enterprise_id = s.enterprise_id AND p.id = s.id AND p.id IN (SELECT id FROM touched_points)`,
  )
  const points = await countRows(tx, sql`SELECT FROM staged_points`)
  const rows = await countRows(tx, sql`SELECT FROM staged`)
  return [
    {
      what: { zh: '风险点', en: 'Risk points' },
      created,
      updated,
      unchanged: points - created - updated,
    },
    sources,
    {
      what: { zh: '风险评价', en: 'Assessments' },
      created: assessments,
      updated: 0,
      unchanged: rows - assessments,
    },
  ]
}
