import { sql } from 'drizzle-orm'
import { uuidArray } from '../../db/rows.ts'
import { addAssessments, addMeasures, addPoints, addResponsibilities, addSources } from '../rows.ts'
import type { Work } from '../work.ts'
import type { Plan } from './plan-shape.ts'

/** Writes a plan. Every point on record that it touches becomes one version newer. */
export async function writePlan({ tx, enterpriseId, now }: Work, plan: Plan): Promise<void> {
  for (const [table, ids] of [
    ['responsibilities', plan.removeResponsibilities],
    ['control_measures', plan.removeMeasures],
    ['hazard_sources', plan.removeSources],
  ] as const) {
    if (ids.length > 0)
      await tx.execute(
        sql`DELETE FROM ${sql.identifier(table)} WHERE enterprise_id = ${enterpriseId} AND id = ANY (${uuidArray(ids)})`,
      )
  }
  if (plan.changePoints.length > 0) {
    await tx.execute(sql`
      UPDATE risk_points p
      SET name = coalesce(c.name, p.name), type = coalesce(c.type, p.type), domain = coalesce(c.domain, p.domain),
          public_domain = coalesce(c."publicDomain", p.public_domain), location_text = coalesce(c."locationText", p.location_text),
          geom = coalesce(c.geom::geometry, p.geom)
      FROM jsonb_to_recordset(${JSON.stringify(plan.changePoints)}::jsonb) AS c (
        id uuid, name text, type text, domain text, "publicDomain" boolean, "locationText" text, geom text)
      WHERE p.enterprise_id = ${enterpriseId} AND p.id = c.id`)
  }
  if (plan.changeSources.length > 0) {
    await tx.execute(sql`
      UPDATE hazard_sources s
      SET risk_category = c."riskCategory", occupational_factor = c."occupationalFactor"
      FROM jsonb_to_recordset(${JSON.stringify(plan.changeSources)}::jsonb) AS c (id uuid, "riskCategory" text, "occupationalFactor" text)
      WHERE s.enterprise_id = ${enterpriseId} AND s.id = c.id`)
  }
  await addPoints(tx, enterpriseId, plan.addPoints)
  await addSources(tx, enterpriseId, plan.addSources)
  await addAssessments(tx, enterpriseId, plan.addAssessments)
  await addMeasures(tx, enterpriseId, plan.addMeasures)
  await addResponsibilities(tx, enterpriseId, plan.addResponsibilities)
  if (plan.touched.size === 0) return
  await tx.execute(sql`
    UPDATE risk_points SET version = version + 1, updated_at = ${now.toISOString()}
    WHERE enterprise_id = ${enterpriseId} AND id = ANY (${uuidArray(plan.touched)})`)
}
