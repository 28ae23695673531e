import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { POINTS } from '../db/test-fixture-risks.ts'
import { enterpriseId, idOf } from '../db/test-fixture-places.ts'
import type { AccidentType } from '../domain/accident-type.ts'
import { worstAccidentType, worstLevel } from '../domain/aggregation.ts'
import type { AssessmentStage } from '../domain/assessment-stage.ts'
import { currentLevel } from '../domain/current-level.ts'
import { dayNumber, dayOfNumber } from '../domain/calendar.ts'
import type { RiskLevel } from '../domain/risk-level.ts'
import type { Draw } from './test-past.ts'

interface Assessed {
  readonly source: number
  readonly stage: AssessmentStage
  readonly level: RiskLevel
  /** Days since 1970-01-01 in China. */
  readonly on: number
}

/** What happened to the fixture's risk points: the log that their past is rebuilt from. */
export interface LevelLog {
  readonly begins: number
  readonly assessed: readonly Assessed[]
  /** Days on which points went, by their number. */
  readonly gone: ReadonlyMap<number, number>
}

const ROUNDS = 30
const LEVELS = [1, 2, 3, 4] as const
const SCORES = { 1: 900, 2: 270, 3: 126, 4: 21 } as const

/**
 * Lives through a year: again and again some days pass, and some points are assessed anew or go. The clock of the
 * database cannot be set, so that what has happened is moved into the past instead.
 * @param today days since 1970-01-01 in China, as the database knows them
 */
export async function liveThroughLevels(tx: Tx, draw: Draw, today: number): Promise<LevelLog> {
  const pauses = Array.from({ length: ROUNDS }, () => draw.int(1, 26))
  let on = today - pauses.reduce((sum, days) => sum + days, 0)
  const begins = on
  const assessed: Assessed[] = POINTS.flatMap(({ level }, index) =>
    level ? [{ source: index + 1, stage: 'inherent' as const, level, on }] : [],
  )
  const gone = new Map<number, number>()
  await tx.execute(
    sql`UPDATE assessments SET assessed_on = (now() AT TIME ZONE 'Asia/Shanghai')::date`,
  )
  for (const [round, days] of pauses.entries()) {
    await pass(tx, days)
    on += days
    for (let change = draw.int(0, 6); change > 0; change--) {
      const source = draw.int(1, POINTS.length)
      const point = POINTS[source - 1]
      if (point === undefined || point.level === undefined || gone.has(source)) continue
      if (draw.next() < 0.03) {
        await tx.execute(
          sql`UPDATE hazards SET risk_point_id = NULL WHERE risk_point_id = ${idOf('b', source)}`,
        )
        await tx.execute(sql`DELETE FROM risk_points WHERE id = ${idOf('b', source)}`)
        gone.set(source, on)
        continue
      }
      const entry = {
        source,
        stage: draw.pick(['inherent', 'residual', 'residual'] as const),
        level: draw.pick(LEVELS),
        on,
      }
      await tx.execute(sql`
        INSERT INTO assessments (enterprise_id, id, grid_id, office_id, hazard_source_id, stage, method, inputs, score, level, profile_id, profile_version, assessor, assessed_on, recorded_at)
        SELECT s.enterprise_id, ${idOf('d1', round * 10 + change)}, s.grid_id, s.office_id, s.id, ${entry.stage}, 'LEC', '{}', ${SCORES[entry.level]}, ${entry.level}, 'lec-classic', 1, '评价员',
          (now() AT TIME ZONE 'Asia/Shanghai')::date, clock_timestamp()
        FROM hazard_sources s WHERE s.id = ${idOf('c', source)}`)
      assessed.push(entry)
    }
  }
  return { begins, assessed, gone }
}

/** Lets days pass: all that is on record by day is so many days older. Twice, as no two rows may be of one day in between; unnoticed by triggers. */
async function pass(tx: Tx, days: number): Promise<void> {
  await tx.execute(sql`SET LOCAL session_replication_role = replica`)
  for (const shift of [100_000, -100_000 - days]) {
    await tx.execute(sql`UPDATE assessments SET assessed_on = assessed_on + ${shift}::integer`)
    await tx.execute(sql`UPDATE risk_points SET stands_since = stands_since + ${shift}::integer`)
    await tx.execute(
      sql`UPDATE risk_point_past_levels SET from_on = from_on + ${shift}::integer, until_on = until_on + ${shift}::integer`,
    )
    await tx.execute(sql`UPDATE enterprise_past_levels SET until_on = until_on + ${shift}::integer`)
    await tx.execute(
      sql`UPDATE enterprises SET created_at = created_at + make_interval(days => ${shift}::integer)`,
    )
  }
  await tx.execute(sql`SET LOCAL session_replication_role = origin`)
}

/** A risk point as the map shows it. */
interface Stood {
  readonly enterprise: number
  readonly no: number
  readonly level: RiskLevel | null
  readonly accidentType: AccidentType | null
}

/** The points that stood at the end of a day. */
export function pointsOn({ begins, assessed, gone }: LevelLog, day: string): Stood[] {
  const at = dayNumber(day)
  if (at < begins) return []
  return POINTS.flatMap(({ enterprise, no, level, accidentType = 20 }, index) => {
    const source = index + 1
    const left = gone.get(source)
    if (left !== undefined && left <= at) return []
    const records = assessed
      .filter((one) => one.source === source && one.on <= at)
      .map((one) => ({ ...one, assessedOn: dayOfNumber(one.on) }))
    const graded =
      level === undefined
        ? []
        : [{ level: currentLevel(records), accidentType: toAccidentType(accidentType) }]
    return [
      {
        enterprise,
        no,
        level: worstLevel(graded.map((one) => one.level)),
        accidentType: worstAccidentType(graded),
      },
    ]
  })
}

/** The level of every enterprise at the end of a day: its worst point's. */
export function enterprisesOn(
  log: LevelLog,
  day: string,
  count: number,
): { id: string; level: RiskLevel | null }[] {
  if (dayNumber(day) < log.begins) return []
  const points = pointsOn(log, day)
  return Array.from({ length: count }, (_, index) => ({
    id: enterpriseId(index + 1),
    level: worstLevel(
      points.filter(({ enterprise }) => enterprise === index + 1).map(({ level }) => level),
    ),
  }))
}

function toAccidentType(code: number): AccidentType {
  if (!isAccidentType(code)) throw new Error(`${code} is no accident type`)
  return code
}

function isAccidentType(code: number): code is AccidentType {
  return Number.isInteger(code) && code >= 1 && code <= 20
}
