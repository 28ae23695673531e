import { afterWork, instant } from '../calendar.ts'
import type { GridStaff } from '../grid-staff.ts'
import type { EnterprisePlan } from '../plan.ts'
import { moved } from '../place/metres.ts'
import type { Random } from '../random.ts'
import type { DescribedPoint } from '../risks/risk-points.ts'
import type { HazardEventRow, HazardRow } from '../rows.ts'
import type { Staff } from '../staff.ts'
import { castFor } from './cast.ts'
import { createFaultFinder } from './faults.ts'
import { liveThrough } from './history.ts'
import { drawOrigin } from './origins.ts'

interface Describing {
  readonly plan: EnterprisePlan
  readonly points: readonly DescribedPoint[]
  readonly staff: Staff
  readonly gridStaff: GridStaff
  readonly asOf: string
}

/** Part of the hazards that somebody proposes as major, where the risk point has such criteria at all. */
const MAJOR_PART = 0.055

/** The enterprise's hazards of the year with their whole histories. */
export function describeHazards(
  random: Random,
  { plan, points, staff, gridStaff, asOf }: Describing,
): { hazards: HazardRow[]; events: HazardEventRow[] } {
  const findFault = createFaultFinder(random, points)
  const cast = castFor(plan, staff, gridStaff)
  let earlier: { id: string; code: string } | undefined
  const described = plan.hazards.map(({ code, foundOn }, index) => {
    const fault = findFault(random.chance(MAJOR_PART))
    const { row: riskPoint, surroundings } = fault.point
    const id = random.uuid()
    const origin = drawOrigin(random, foundOn, asOf)
    const life = liveThrough(random, {
      id,
      fault,
      origin,
      asOf,
      people: cast(random, surroundings, origin),
      place: riskPoint.locationText,
      reportedAt: afterWork(instant(foundOn, 0), random.int(10, 540)),
      earlier,
    })
    // What is void itself, nothing is merged into.
    if (life.state.status !== 'void') earlier = { id, code }
    const hazard: HazardRow = {
      id,
      riskPointId: riskPoint.id,
      no: index + 1,
      code,
      description: fault.defect,
      locationText: riskPoint.locationText,
      position: moved(riskPoint.position, [random.normal() * 2.5, random.normal() * 2.5]),
      origin,
      ...life.state,
      reportedAt: life.reportedAt,
      reporterName: life.reporterName,
      lastSeq: life.events.length,
      mergedInto: life.mergedInto,
    }
    return { hazard, events: life.events }
  })
  return {
    hazards: described.map(({ hazard }) => hazard),
    events: described.flatMap(({ events }) => events),
  }
}
