import type { HazardStatus } from '@onemap/api/domain/hazard'
import type { Random } from '../random.ts'

/** Where neglected hazards get stuck, how often, and for how many days nobody minds. */
const STALLS: readonly (readonly [status: HazardStatus, odds: number, days: number])[] = [
  ['rectifying', 0.085, 170],
  ['in-review', 0.03, 60],
  ['notified', 0.05, 45],
  ['graded', 0.05, 25],
  ['registered', 0.06, 18],
  ['reported', 0.06, 12],
  ['accepted', 0.05, 30],
]

/** The status in which a hazard of this age (days) is left lying, if any. */
export function drawStall(random: Random, age: number): HazardStatus | undefined {
  const possible = STALLS.filter(([, , days]) => age <= days)
  const hit = random.next()
  let reached = 0
  for (const [status, odds] of possible) {
    reached += odds
    if (hit < reached) return status
  }
  return undefined
}
