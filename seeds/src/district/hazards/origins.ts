import { dayAfter } from '@onemap/api/domain/calendar'
import type { HazardOrigin } from '@onemap/api/domain/hazard'
import type { HazardRole } from '@onemap/api/domain/hazard-roles'
import type { Random } from '../random.ts'

/** How hazards are found: mostly by the enterprise itself. */
const ODDS: readonly (readonly [HazardOrigin, number])[] = [
  ['daily', 34],
  ['comprehensive', 8],
  ['specialised', 9],
  ['expert', 3],
  ['control-failure', 2],
  ['analogy', 2],
  ['other', 1],
  ['grid-patrol', 16],
  ['department-check', 11],
  ['authority-expert', 4],
  ['monitoring-warning', 2],
  ['public-report', 1.5],
  ['assigned', 2],
]

/** Months of the rainy season, of heat and of frost; and those of the long holidays. */
const SEASONAL_MONTHS = ['06', '07', '08', '12']
const HOLIDAY_MONTHS = ['01', '02', '05', '10']

/** Patrols are on record for a year. */
const PATROL_DAYS = 364

export function drawOrigin(random: Random, foundOn: string, asOf: string): HazardOrigin {
  const month = foundOn.slice(5, 7)
  const origin = random.weighted<HazardOrigin>([
    ...ODDS,
    ['seasonal', SEASONAL_MONTHS.includes(month) ? 12 : 1],
    ['holiday', HOLIDAY_MONTHS.includes(month) ? 10 : 0.5],
    ['restart', month === '02' ? 12 : 0.2],
  ])
  return origin === 'grid-patrol' && foundOn < dayAfter(asOf, -PATROL_DAYS) ? 'daily' : origin
}

/** Who reports what was found in this way. */
export function reporterRole(random: Random, origin: HazardOrigin): HazardRole {
  switch (origin) {
    case 'grid-patrol':
      return 'grid-member'
    case 'department-check':
    case 'authority-expert':
    case 'assigned':
      return 'office'
    case 'public-report':
      return 'reporter'
    default:
      return random.weighted([
        ['safety-officer', 5],
        ['reporter', 4],
        ['rectifier', 1],
      ] as const)
  }
}
