import { HAZARD_STATUS_CODES, type HazardGrade, type HazardStatus } from '../domain/hazard.ts'
import type { Tx } from './database.ts'
import { hazardEventEvidence, hazardEvents, hazardReminders, hazards } from './schema/hazards.ts'
import { messages } from './schema/messages.ts'
import { evidenceId } from './test-fixture-evidence.ts'
import { idOf, placeOf, pointAt } from './test-fixture-places.ts'

interface Sketch {
  readonly enterprise: number
  readonly no: number
  readonly status: HazardStatus
  readonly deadline: string | null
  readonly grade: HazardGrade | null
}

/** None, the day before TODAY, TODAY, the day after. */
const DEADLINES = [null, '2026-11-23', '2026-11-24', '2026-11-25'] as const

/** Enterprise 1 has every status with every deadline; two others have a few, enterprise 5 a major one. */
export const HAZARDS: readonly Sketch[] = [
  ...HAZARD_STATUS_CODES.flatMap((status, row) =>
    DEADLINES.map((deadline, column) => ({
      enterprise: 1,
      no: row * DEADLINES.length + column + 1,
      status,
      deadline,
      grade:
        status === 'reported' || status === 'registered' || status === 'void'
          ? null
          : ('general' as const),
    })),
  ),
  { enterprise: 2, no: 1, status: 'rectifying', deadline: '2026-11-01', grade: 'general' },
  { enterprise: 3, no: 1, status: 'closed', deadline: '2026-11-01', grade: 'general' },
  { enterprise: 5, no: 1, status: 'rectifying', deadline: '2026-10-24', grade: 'major' },
]

/** Plants the hazards. Four are reported at one instant each time, so that pages must tell them apart by id. */
export async function plantHazards(tx: Tx): Promise<void> {
  const planted = HAZARDS.map((hazard, index) => ({
    ...hazard,
    number: index + 1,
    place: placeOf(hazard.enterprise),
  }))
  await tx.insert(hazards).values(
    planted.map(({ number, place, no, status, deadline, grade }) => ({
      ...place,
      id: idOf('9', number),
      riskPointId: place.enterpriseId === idOf('e', 1) && no === 1 ? idOf('b', 1) : null,
      no,
      code: `YH${no}`,
      description: `隐患${number}`,
      geom: pointAt(place.at[0], place.at[1] - no),
      origin: 'grid-patrol' as const,
      grade,
      status,
      deadline,
      // 17:00 UTC is already the next day in China.
      reportedAt: new Date(Date.UTC(2026, 9, 1 + Math.floor(number / 4), 17, 0, 0, 123)),
      acceptedAt:
        status === 'accepted' || status === 'closed' ? new Date('2026-11-20T00:00:00Z') : null,
      closedAt: status === 'closed' ? new Date('2026-11-21T00:00:00Z') : null,
      lastSeq: number === 1 ? 2 : 0,
    })),
  )
  await tx.insert(hazardEvents).values([
    {
      ...placeOf(1),
      hazardId: idOf('9', 1),
      seq: 2,
      type: 'register',
      fromStatus: 'reported',
      toStatus: 'registered',
      actorName: '李四',
      actorRole: 'grid-member',
      occurredAt: new Date('2026-10-02T01:00:00Z'),
      opinion: '属实',
    },
    {
      ...placeOf(1),
      hazardId: idOf('9', 1),
      seq: 1,
      type: 'report',
      toStatus: 'reported',
      actorName: '张三',
      actorRole: 'grid-member',
      occurredAt: new Date('2026-10-01T17:00:00Z'),
    },
  ])
  await tx.insert(hazardEventEvidence).values({
    ...placeOf(1),
    hazardId: idOf('9', 1),
    seq: 1,
    evidenceId: evidenceId(1),
    part: 'evidence',
  })
  await tx.insert(hazardReminders).values({
    ...placeOf(5),
    hazardId: idOf('9', HAZARDS.length),
    deadline: '2026-10-24',
    step: 'T+7',
    sentAt: new Date('2026-11-01T00:00:00Z'),
  })
  await tx.insert(messages).values(
    [1, 5].map((number) => ({
      ...placeOf(number),
      id: idOf('8', number),
      recipient: 'enterprise' as const,
      kind: 'hazard-reported' as const,
      subject: 'hazard' as const,
      subjectId: idOf('9', 1),
      params: { code: 'YH1' },
      sentAt: new Date('2026-11-20T00:00:00Z'),
    })),
  )
}
