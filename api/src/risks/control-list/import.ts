import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow, queryRows } from '../../db/rows.ts'
import { pointText } from '../../db/wgs84.ts'
import type { Datum } from '../../domain/datum.ts'
import { FARTHEST, holdNumbers } from '../points/writes.ts'
import type { Work } from '../work.ts'
import { planControlList } from './plan.ts'
import { emptyPlan, talliesOf } from './plan-shape.ts'
import { ControlListRefusedError, problemOf, type RowProblem } from './problems.ts'
import { readControlList, type ReadList, type ReadRow } from './read.ts'
import type { ControlListReport } from './schema.ts'
import { readStanding } from './standing.ts'
import { gatherPoints, type WantedPoint } from './wanted.ts'
import { writePlan } from './write.ts'

const PROBLEMS_SHOWN = 200
const Place = z.object({ lon: z.number(), lat: z.number() })

interface Options {
  /** Say what would happen, write nothing. */
  readonly check: boolean
  readonly datum: Datum | undefined
}

/**
 * Makes the points of a control list what the list says, all of them or none.
 * @throws ControlListUnusableError, ControlListRefusedError
 */
export async function importControlList(
  at: Work,
  file: Uint8Array,
  { check, datum }: Options,
): Promise<ControlListReport> {
  if (!check) {
    await holdNumbers(at)
    await at.tx.execute(
      sql`SELECT 1 FROM risk_points WHERE enterprise_id = ${at.enterpriseId} FOR UPDATE`,
    )
  }
  const standing = await readStanding(at.tx, at.enterpriseId)
  const list = await readControlList(file, {
    creditCode: standing.creditCode,
    today: at.today,
    datum,
  })
  const gathered = gatherPoints(list.rows)
  const place = await queryRow(
    at.tx,
    Place,
    sql`SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat FROM enterprises WHERE id = ${at.enterpriseId}`,
  )
  const planned = planControlList(at, gathered.points, standing, list.present, [
    place?.lon ?? 0,
    place?.lat ?? 0,
  ])
  const problems = [
    ...list.problems,
    ...gathered.problems,
    ...planned.problems,
    ...(await strayPlaces(at, list.rows)),
  ].sort((a, b) => a.row - b.row)
  const sound = problems.length === 0
  const report = {
    checked: check,
    rows: list.counted,
    problems: problems.slice(0, PROBLEMS_SHOWN),
    problemTotal: problems.length,
    tallies: talliesOf(sound ? planned.plan : emptyPlan()),
    ignoredHeadings: [...list.ignoredHeadings],
    notices: noticesOf(
      list,
      gathered.points,
      standing.points.map(({ code }) => code),
    ),
  }
  if (check) return report
  if (!sound) throw new ControlListRefusedError(report)
  await writePlan(at, planned.plan)
  return report
}

/** Places that are no place of this enterprise: slips of the keyboard or of the datum. */
async function strayPlaces(
  { tx, enterpriseId }: Work,
  rows: readonly ReadRow[],
): Promise<RowProblem[]> {
  const placed = rows.flatMap(({ row, place }) =>
    place === null ? [] : [{ row, geom: pointText(place) }],
  )
  if (placed.length === 0) return []
  const stray = await queryRows(
    tx,
    z.object({ row: z.int() }),
    sql`
    SELECT p."row"
    FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) AS p ("row" integer, geom text)
    JOIN enterprises e ON e.id = ${enterpriseId}
    WHERE NOT ST_DWithin(e.geom::geography, p.geom::geometry::geography, ${FARTHEST})`,
  )
  return stray.map(({ row }) =>
    problemOf(row, { key: 'longitude', fault: '距企业超过 20 公里，请检查坐标和坐标系' }),
  )
}

function noticesOf(
  { rows }: ReadList,
  points: readonly WantedPoint[],
  known: readonly string[],
): string[] {
  const unplaced = points.filter(
    ({ code, place }) => place === null && !known.includes(code),
  ).length
  const unassessed = points
    .flatMap(({ sources }) => [...sources.values()])
    .filter(({ assessments }) => assessments.length === 0).length
  const bare = points.filter(({ sources }) => sources.size === 0).length
  return [
    ...(rows.length > 0 && unplaced > 0 ? [`${unplaced} 个新风险点没有坐标，暂用企业的坐标`] : []),
    ...(bare > 0 ? [`${bare} 个风险点没有危险源`] : []),
    ...(unassessed > 0 ? [`${unassessed} 个危险源没有评价`] : []),
  ]
}
