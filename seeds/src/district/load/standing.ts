import { removeSharedDemonstration } from '../prejudgements/remove-shared.ts'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'

/** What stands in the database already. */
interface Standing {
  readonly demonstration: number
  readonly real: number
}

const Count = z.object({ demonstration: z.coerce.number(), real: z.coerce.number() })

export async function countStanding(tx: Tx): Promise<Standing> {
  const [row] = await queryRows(
    tx,
    Count,
    sql`
    SELECT count(*) FILTER (WHERE is_demo) AS demonstration, count(*) FILTER (WHERE NOT is_demo) AS real
    FROM enterprises`,
  )
  return row ?? { demonstration: 0, real: 0 }
}

/** Takes away the people of the demonstration with their accounts, sessions and appointments, and what was invented for everybody. */
export async function removeDemoPeople(tx: Tx): Promise<void> {
  await tx.execute(
    sql`DELETE FROM appointments a USING users u WHERE u.id = a.user_id AND u.is_demo`,
  )
  await tx.execute(sql`DELETE FROM users WHERE is_demo`)
  await removeSharedDemonstration(tx)
}

/**
 * Empties the tables of enterprises at once. TRUNCATE fires no row triggers, so the map's layers are
 * raised here: readers must not take what they hold for current.
 */
export async function removeAllEnterprises(tx: Tx): Promise<void> {
  await tx.execute(sql`
    TRUNCATE neighbour_sweeps, neighbour_checks, received_notices, neighbour_notice_recipients, neighbour_notices,
      supervision_order_evidence, supervision_order_events, supervision_orders, prejudgement_risk_points, prejudgements,
      disclosure_items, disclosure_codes, disclosure_batches, public_concerns, public_removals, public_records, public_batches, inspection_finding_evidence, inspection_findings, inspection_tasks, inspection_plans, check_items, inspection_standards,
      grid_overrides, patrol_hazards, patrol_evidence, patrol_visits, enterprise_past_levels, risk_point_past_levels,
      message_reads, messages, hazard_reminders, sign_off_evidence, sign_offs, hazard_event_evidence, evidence, hazard_events, hazards, responsibilities, control_measures, assessments, hazard_sources, risk_points, enterprises`)
  for (const layer of ['enterprises', 'risk-points', 'hazards']) {
    await tx.execute(
      sql`SELECT raise_layer_version(${layer}, array_agg(id)) FROM grids HAVING count(*) > 0`,
    )
  }
}
