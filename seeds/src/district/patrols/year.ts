import { dayAfter } from '@onemap/api/domain/calendar'
import { todayInChina } from '@onemap/api/domain/overdue'
import { dueVisits, patrolStanding, type PatrolObject } from '@onemap/api/domain/patrol'
import { patrolCounts } from '@onemap/api/domain/patrol-visit'
import { createRandom, type Random } from '../random.ts'
import type { PatrolledObject } from './objects.ts'
import { goThere, type VisitRow } from './visit.ts'

/** A year's visits to an object, oldest first, by people as diligent as those of its grid. */
export function patrolYear(
  random: Random,
  object: PatrolledObject,
  seed: string,
  asOf: string,
): VisitRow[] {
  const plan: PatrolObject = { since: object.since, level: object.level, past: object.past }
  // Some grids are kept better than others, and it shows on the map.
  const diligence =
    0.7 + 0.29 * Math.sqrt(createRandom(`${seed} diligence ${object.gridCode}`).next())
  const found = object.found
    .map((hazard) => ({ ...hazard, on: todayInChina(hazard.at) }))
    .filter(({ on }) => on < asOf)
  const days = new Set([
    ...found.map(({ on }) => on),
    ...regularDays(random, plan, diligence, asOf),
  ])

  const visits: VisitRow[] = []
  const counted: string[] = []
  const waiting = object.rectified.map(({ id, at }) => ({ id, on: todayInChina(at) }))
  for (const on of [...days].sort()) {
    const fixed = waiting
      .filter((hazard) => hazard.on < on && hazard.on >= dayAfter(on, -30) && random.chance(0.5))
      .slice(0, 2)
      .map(({ id }) => id)
    const visit = goThere(random, object, {
      on,
      overdue: patrolStanding(plan, counted, on).state === 'overdue',
      found: found.filter((hazard) => hazard.on === on),
      fixed,
    })
    for (const id of fixed)
      waiting.splice(
        waiting.findIndex((hazard) => hazard.id === id),
        1,
      )
    if (patrolCounts(visit.flags)) counted.push(on)
    visits.push(visit)
  }
  return visits
}

/** Most visits come in time, some late, some never; of the period that runs, as many as the days that have passed. */
function regularDays(
  random: Random,
  plan: PatrolObject,
  diligence: number,
  asOf: string,
): string[] {
  return dueVisits(plan, dayAfter(asOf, -365), dayAfter(asOf, 184), asOf).flatMap(
    ({ opensOn, dueOn }) => {
      const length = Math.round((Date.parse(dueOn) - Date.parse(opensOn)) / 86_400_000)
      const day = dayAfter(opensOn, random.int(0, length))
      if (random.chance(diligence)) return day < asOf ? [day] : []
      const late = dayAfter(dueOn, random.int(1, 5))
      return random.chance(0.5) && late < asOf ? [late] : []
    },
  )
}
