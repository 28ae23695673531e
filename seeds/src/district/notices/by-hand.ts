import type { Tx } from '@onemap/api/db/database'
import { setHandRecipients } from '@onemap/api/db/notice-drafts'
import { queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Random } from '../random.ts'

/** Looks at an enterprise by the rules, and drafts one point's notice where that is asked for. */
export type Look = (
  enterpriseId: string,
  asked?: { readonly riskPointId: string; readonly id: string },
) => Promise<string[]>

/** Metres: farther away is nobody's neighbour, whatever the reason. */
const FARTHEST = 20_000
const REASONS = [
  '共用进出道路和疏散路线',
  '处于主导下风向',
  '共用消防水源',
  '同一道路沿线，运输车辆往来频繁',
]

const Near = z.object({ id: z.uuid(), pointId: z.uuid() })

/** An enterprise with an account, and what is missing for whoever signs in there to see something. */
const Lonely = z.object({
  id: z.uuid(),
  pointId: z.uuid(),
  noDraft: z.boolean(),
  nothingReceived: z.boolean(),
})

/** The most dangerous point of `enterprises e`. */
const WORST_POINT = sql`(SELECT p.id FROM risk_points p WHERE p.enterprise_id = e.id AND p.level IS NOT NULL ORDER BY p.level, p.no LIMIT 1)`

/**
 * Adds recipients by hand where chance brought those who sign in no neighbours: a draft of their own to the two
 * nearest, and a notice of the nearest to them.
 * @returns the drafts to them, which are to be issued
 */
export async function tellByHand(
  tx: Tx,
  random: Random,
  look: Look,
): Promise<{ enterpriseId: string; id: string }[]> {
  const lonely = await queryRows(
    tx,
    Lonely,
    sql`
    SELECT e.id, ${WORST_POINT} AS "pointId",
      NOT EXISTS (SELECT FROM neighbour_notices n WHERE n.enterprise_id = e.id AND n.status = 'draft') AS "noDraft",
      NOT EXISTS (SELECT FROM received_notices c WHERE c.enterprise_id = e.id AND c.status = 'current' AND c.signed_at IS NULL) AS "nothingReceived"
    FROM enterprises e
    WHERE e.is_demo AND ${WORST_POINT} IS NOT NULL AND EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = e.id)
    ORDER BY e.credit_code`,
  )
  const toThem: { enterpriseId: string; id: string }[] = []
  for (const { id, pointId, noDraft, nothingReceived } of lonely) {
    const near = await queryRows(
      tx,
      Near,
      sql`
      SELECT e.id, ${WORST_POINT} AS "pointId" FROM enterprises e, enterprises here
      WHERE here.id = ${id} AND e.id <> here.id AND e.is_demo AND ${WORST_POINT} IS NOT NULL
      ORDER BY e.geom <-> here.geom LIMIT 6`,
    )
    if (noDraft)
      await draftByHand(tx, random, look, {
        enterpriseId: id,
        pointId,
        to: near.slice(0, 2).map((one) => one.id),
      })
    if (!nothingReceived) continue
    for (const one of near) {
      const drafted = await draftByHand(tx, random, look, {
        enterpriseId: one.id,
        pointId: one.pointId,
        to: [id],
      })
      if (drafted === undefined) continue
      toThem.push({ enterpriseId: one.id, id: drafted })
      break
    }
  }
  return toThem
}

interface ByHand {
  readonly enterpriseId: string
  readonly pointId: string
  readonly to: readonly string[]
}

/** @returns the draft's id; undefined where one of the point waits already */
async function draftByHand(
  tx: Tx,
  random: Random,
  look: Look,
  { enterpriseId, pointId, to }: ByHand,
): Promise<string | undefined> {
  const id = random.uuid()
  if (!(await look(enterpriseId, { riskPointId: pointId, id })).includes(id)) return undefined
  await setHandRecipients(
    tx,
    enterpriseId,
    id,
    pointId,
    to.map((recipient) => ({ id: recipient, reason: random.pick(REASONS) })),
    FARTHEST,
  )
  await look(enterpriseId)
  return id
}
