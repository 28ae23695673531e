import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow, queryRows } from '../../db/rows.ts'
import { pointText } from '../../db/wgs84.ts'
import type { Datum } from '../../domain/datum.ts'
import type { Label } from '../../domain/dictionary.ts'
import { FARTHEST, holdNumbers } from '../points/writes.ts'
import type { Work } from '../work.ts'
import { planControlList } from './plan.ts'
import { emptyPlan, talliesOf, type Plan } from './plan-shape.ts'
import { ControlListRefusedError, problemOf, type RowProblem } from './problems.ts'
import { readControlList, type ReadRow, type SentList } from './read.ts'
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
  /** Chooses the language of whoever sent the list. */
  say(text: Label): string
}

/** Carries what a check found out of the transaction that it undoes. */
class Checked extends Error {
  constructor(readonly report: ControlListReport) {
    super('nothing is written')
  }
}

/** The report of an import, or of a check whose transaction was undone. */
export async function unlessChecked(work: Promise<ControlListReport>): Promise<ControlListReport> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Checked) return error.report
    throw error
  }
}

/**
 * Makes the points of a control list what the list says, all of them or none. A check does all of it too, and then
 * undoes it, so that it finds what only the database notices.
 * @throws ControlListRefusedError, Checked
 */
export async function importControlList(
  at: Work,
  sent: SentList,
  { check, datum, say }: Options,
): Promise<ControlListReport> {
  await holdNumbers(at)
  await at.tx.execute(
    sql`SELECT 1 FROM risk_points WHERE enterprise_id = ${at.enterpriseId} FOR UPDATE`,
  )
  const { plan, problems, notices } = await planned(at, sent, datum)
  const sound = problems.length === 0
  const shown = problems.slice(0, PROBLEMS_SHOWN)
  const report = {
    checked: check,
    rows: sent.rows.length,
    problems: shown.map(({ message, ...one }) => ({ ...one, message: say(message) })),
    problemTotal: problems.length,
    tallies: talliesOf(sound ? plan : emptyPlan()),
    ignoredHeadings: [...sent.ignoredHeadings],
    hiddenRows: sent.hiddenRows,
    notices: [...sent.notices, ...notices].map(say),
  }
  if (sound) await writePlan(at, plan)
  if (check) throw new Checked(report)
  if (!sound) throw new ControlListRefusedError(report, shown)
  return report
}

async function planned(
  at: Work,
  sent: SentList,
  datum: Datum | undefined,
): Promise<{ plan: Plan; problems: RowProblem[]; notices: Label[] }> {
  const standing = await readStanding(at.tx, at.enterpriseId)
  const { creditCode } = standing
  const list = readControlList(sent, { creditCode, today: at.today, datum })
  const gathered = gatherPoints(list.rows)
  const place = await queryRow(
    at.tx,
    Place,
    sql`SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat FROM enterprises WHERE id = ${at.enterpriseId}`,
  )
  const { plan, problems } = planControlList(at, gathered.points, standing, sent.present, [
    place?.lon ?? 0,
    place?.lat ?? 0,
  ])
  return {
    plan,
    problems: [
      ...list.problems,
      ...gathered.problems,
      ...problems,
      ...(await strayPlaces(at, list.rows)),
    ].sort((a, b) => a.row - b.row),
    notices: noticesOf(
      list.rows,
      gathered.points,
      standing.points.map(({ code }) => code),
    ),
  }
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
    problemOf(row, {
      key: 'longitude',
      fault: {
        zh: '距企业超过 20 公里，请检查坐标和坐标系',
        en: 'More than 20 km from the enterprise: look at the coordinates and their datum',
      },
    }),
  )
}

function noticesOf(
  rows: readonly ReadRow[],
  points: readonly WantedPoint[],
  known: readonly string[],
): Label[] {
  const unplaced = points.filter(
    ({ code, place }) => place === null && !known.includes(code),
  ).length
  const unassessed = points
    .flatMap(({ sources }) => [...sources.values()])
    .filter(({ assessments }) => assessments.length === 0).length
  const bare = points.filter(({ sources }) => sources.size === 0).length
  const said: readonly (readonly [count: number, text: Label])[] = [
    [
      rows.length === 0 ? 0 : unplaced,
      {
        zh: `${unplaced} 个新风险点没有坐标，暂用企业的坐标`,
        en: `${unplaced} new risk points have no coordinates and lie where the enterprise does`,
      },
    ],
    [
      bare,
      {
        zh: `${bare} 个风险点没有危险源`,
        en: `${bare} risk points have no hazard source`,
      },
    ],
    [
      unassessed,
      {
        zh: `${unassessed} 个危险源没有评价`,
        en: `${unassessed} hazard sources are not assessed`,
      },
    ],
  ]
  return said.filter(([count]) => count > 0).map(([, text]) => text)
}
