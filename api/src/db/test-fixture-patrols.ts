import type { Tx } from './database.ts'
import {
  enterprisePastLevels,
  patrolEvidence,
  patrolHazards,
  patrolVisits,
} from './schema/patrols.ts'
import { inspectionOf } from './test-fixture-inspections.ts'
import { idOf, placeOf } from './test-fixture-places.ts'

/** Enterprises somebody of a grid went to, one in each grid; each has had another level before. */
const VISITED = [1, 3, 5] as const

/** Plants a visit with a photograph and a hazard that is yet to be reported. */
export async function plantPatrols(tx: Tx): Promise<void> {
  for (const number of VISITED) {
    const place = placeOf(number)
    const visitId = idOf('58', number)
    await tx.insert(enterprisePastLevels).values({ ...place, untilOn: '2026-06-30', level: 3 })
    await tx.insert(patrolVisits).values({
      ...place,
      id: visitId,
      userId: idOf('0', 2),
      userName: '网格员',
      startedAt: new Date('2026-11-20T01:00:00Z'),
      finishedAt: new Date('2026-11-20T01:20:00Z'),
      receivedAt: new Date('2026-11-20T01:21:00Z'),
      visitedOn: '2026-11-20',
      checkIn: 'qr',
      kind: 'general',
      templateVersion: 1,
      answers: [],
      result: 'problems',
      profileVersion: 1,
      digest: '0'.repeat(64),
    })
    await tx
      .insert(patrolEvidence)
      .values({ ...place, visitId, evidenceId: inspectionOf(number).photo, part: 'photo' })
    await tx
      .insert(patrolHazards)
      .values({ ...place, visitId, hazardId: idOf('59', number), part: 'found' })
  }
}
