import { worstAccidentType, worstLevel } from '@onemap/api/domain/aggregation'
import { dayAfter } from '@onemap/api/domain/calendar'
import { currentLevel } from '@onemap/api/domain/current-level'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { PastLevelRow, PastPointRow } from '../rows.ts'
import type { DescribedPoint } from './risk-points.ts'

/** How an enterprise and its points stood before they stood as they do. */
interface Past {
  readonly points: PastPointRow[]
  readonly enterprise: PastLevelRow[]
  /** First day on which each point stood as it does, by id. */
  readonly standsSince: ReadonlyMap<string, string>
}

/** What the assessments have come to, day by day, since the enterprise was entered; as the database would have recorded it. */
export function levelsThrough(points: readonly DescribedPoint[], enteredOn: string): Past {
  const courses = points.map((point) => ({ point, course: courseOf(point, enteredOn) }))
  const past = courses.flatMap(({ point: { row }, course }) =>
    course.slice(0, -1).map(({ fromOn, ...stood }, index): PastPointRow => ({
      riskPointId: row.id,
      no: row.no,
      position: row.position,
      fromOn,
      untilOn: dayAfter(course[index + 1]?.fromOn ?? fromOn, -1),
      ...stood,
    })),
  )
  return {
    points: past,
    enterprise: enterpriseCourse(
      courses.map(({ course }) => course),
      [...new Set(past.map(({ untilOn }) => untilOn))].sort(),
    ),
    standsSince: new Map(
      courses.map(({ point, course }) => [point.row.id, course.at(-1)?.fromOn ?? enteredOn]),
    ),
  }
}

interface Stood {
  readonly fromOn: string
  readonly level: RiskLevel
  readonly accidentType: PastPointRow['accidentType']
}

/** Each way a point has stood with its first day, oldest first. */
function courseOf({ sources, assessments }: DescribedPoint, enteredOn: string): Stood[] {
  const days = [...new Set(assessments.map(({ assessedOn }) => assessedOn))].sort()
  const course: Stood[] = []
  for (const fromOn of days) {
    const graded = sources.map(({ id, accidentType }) => ({
      accidentType,
      level: currentLevel(
        assessments.filter((one) => one.hazardSourceId === id && one.assessedOn <= fromOn),
      ),
    }))
    const level = worstLevel(graded.map((one) => one.level))
    const accidentType = worstAccidentType(graded)
    if (level === null || accidentType === null || fromOn < enteredOn)
      throw new Error('all is assessed on the day it is entered')
    const last = course.at(-1)
    if (last?.level !== level || last.accidentType !== accidentType)
      course.push({ fromOn, level, accidentType })
  }
  return course
}

/** @param ends last days after which some point stood otherwise */
function enterpriseCourse(
  courses: readonly (readonly Stood[])[],
  ends: readonly string[],
): PastLevelRow[] {
  const levelOn = (day: string) =>
    worstLevel(
      courses.map((course) => course.findLast(({ fromOn }) => fromOn <= day)?.level ?? null),
    )
  return ends
    .filter((untilOn) => levelOn(untilOn) !== levelOn(dayAfter(untilOn, 1)))
    .map((untilOn) => ({ untilOn, level: levelOn(untilOn) }))
}
