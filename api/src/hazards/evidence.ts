import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { evidenceOf } from '../db/evidence.ts'
import type { EvidencePart } from '../domain/evidence.ts'
import { HazardFieldError } from './refusals.ts'

/** Ids of files by what they show, and the field of the body that named them. */
export interface SentEvidence {
  readonly part: EvidencePart
  readonly field: 'evidence' | 'photosBefore' | 'photosAfter'
  readonly ids: readonly string[]
}

/** @throws HazardFieldError where a file is not on record for this enterprise */
export async function requireEvidence(
  tx: Tx,
  enterpriseId: string,
  sent: readonly SentEvidence[],
): Promise<void> {
  const found = new Set(
    (
      await evidenceOf(
        tx,
        enterpriseId,
        sent.flatMap(({ ids }) => ids),
      )
    ).map(({ id }) => id),
  )
  const missing = sent.find(({ ids }) => ids.some((id) => !found.has(id.toLowerCase())))
  if (missing !== undefined) {
    throw new HazardFieldError(missing.field, {
      zh: '有文件未上传成功，请重新上传',
      en: 'A file is not on record: upload it again',
    })
  }
}

/** Attaches files to a step of the closed loop. */
export async function attachEvidence(
  tx: Tx,
  enterpriseId: string,
  hazardId: string,
  seq: number,
  sent: readonly SentEvidence[],
): Promise<void> {
  for (const { part, ids } of sent) {
    for (const [position, id] of ids.entries()) {
      await tx.execute(sql`
        INSERT INTO hazard_event_evidence (enterprise_id, hazard_id, seq, evidence_id, part, position)
        VALUES (${enterpriseId}, ${hazardId}, ${seq}, ${id}, ${part}, ${position})
        ON CONFLICT DO NOTHING`)
    }
  }
}
