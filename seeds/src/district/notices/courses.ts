import { dayAfter } from '@onemap/api/domain/calendar'
import { instant } from '../calendar.ts'
import type { Random } from '../random.ts'

/** A drafted notice and whose it is. */
export interface Drafted {
  readonly enterpriseId: string
  readonly id: string
  readonly safetyOfficer: string
  readonly principal: string
  /** Whether somebody signs in for the sender, who then finds something to do. */
  readonly hasAccount: boolean
}

/** What becomes of a notice. */
export type Course =
  | { readonly kind: 'draft' }
  | {
      readonly kind: 'issued' | 'corrected' | 'withdrawn'
      readonly issuedAt: Date
      readonly by: string
      readonly part: 'safety-officer' | 'principal'
    }

/** Lets a notice get as far as chance will: some wait for approval, most are out, a few are corrected or withdrawn. @param asOf everything happens before this day */
export function courseOf(
  random: Random,
  { safetyOfficer, principal, hasAccount }: Drafted,
  asOf: string,
): Course {
  const kind = random.weighted<Course['kind']>(
    hasAccount
      ? [
          ['draft', 2],
          ['issued', 3],
          ['corrected', 1],
        ]
      : [
          ['draft', 2],
          ['issued', 12],
          ['corrected', 2],
          ['withdrawn', 1],
        ],
  )
  const issuedAt = instant(
    dayAfter(
      asOf,
      -random.weighted([
        [random.int(2, 6), 4],
        [random.int(8, 60), 5],
        [random.int(61, 330), 4],
      ]),
    ),
    random.int(8 * 60 + 30, 17 * 60),
  )
  if (kind === 'draft') return { kind }
  const byPrincipal = random.chance(0.3)
  return {
    kind,
    issuedAt,
    by: byPrincipal ? principal : safetyOfficer,
    part: byPrincipal ? 'principal' : 'safety-officer',
  }
}

/** When somebody who was told signed; null where not yet. */
export function signedAt(random: Random, told: Date, asOf: string): Date | null {
  const today = Date.parse(`${asOf}T00:00:00+08:00`)
  if (!random.chance(told.getTime() < today - 30 * 86_400_000 ? 0.94 : 0.6)) return null
  const at = new Date(told.getTime() + random.int(60, 6 * 24 * 60) * 60_000)
  return at.getTime() < today ? at : null
}
