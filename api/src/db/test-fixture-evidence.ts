import type { Tx } from './database.ts'
import { evidence } from './schema/evidence.ts'
import { idOf, NOW, placeOf, pointAt } from './test-fixture-places.ts'

/** Enterprises that have one photograph each: `evidenceId(1)` is enterprise 1's. */
const OWNERS = [1, 3, 5] as const

export function evidenceId(enterprise: (typeof OWNERS)[number]): string {
  return idOf('e5', enterprise)
}

/** Plants the records of photographs; their bytes are nowhere. */
export async function plantEvidence(tx: Tx): Promise<void> {
  await tx.insert(evidence).values(
    OWNERS.map((number) => ({
      ...placeOf(number),
      id: evidenceId(number),
      sha256: String(number).repeat(64),
      sourceSha256: String(number).repeat(64),
      mime: 'image/jpeg' as const,
      kind: 'photo' as const,
      bytes: 1000,
      width: 40,
      height: 30,
      name: `照片${number}.jpg`,
      geom: pointAt(0, number),
      takenAt: NOW,
      uploadedBy: idOf('0', 1),
      uploadedByName: '张三',
      uploadedAt: NOW,
    })),
  )
}
