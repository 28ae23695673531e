import type { Tx } from './database.ts'
import { riskPointPastLevels } from './schema/history.ts'
import { idOf, placeOf, pointAt } from './test-fixture-places.ts'

/** Enterprises with a point that is gone, one in each grid. */
const LEFT = [1, 3, 5] as const

/** Plants the past of points that are gone. */
export async function plantHistory(tx: Tx): Promise<void> {
  await tx.insert(riskPointPastLevels).values(
    LEFT.map((number) => {
      const place = placeOf(number)
      return {
        ...place,
        riskPointId: idOf('5b', number),
        fromOn: '2026-03-01',
        untilOn: '2026-06-30',
        no: 900,
        geom: pointAt(...place.at),
        level: 2,
        accidentType: 8,
      }
    }),
  )
}
