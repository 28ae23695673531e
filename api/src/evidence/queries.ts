import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { Evidence, evidenceOf } from '../db/evidence.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import type { EvidenceKind, EvidenceMime } from '../domain/evidence.ts'

/** One record; undefined where the scope sees none of that id. */
export async function findEvidence(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<Evidence | undefined> {
  return (await evidenceOf(tx, enterpriseId, [id]))[0]
}

const Stored = z.object({
  sha256: z.string(),
  kind: Evidence.shape.kind,
  mime: Evidence.shape.mime,
  name: z.string(),
})

/** Where the bytes of a record lie, and what they are. */
export function findStored(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<z.output<typeof Stored> | undefined> {
  return queryRow(
    tx,
    Stored,
    sql`SELECT sha256, kind, mime, name FROM evidence WHERE enterprise_id = ${enterpriseId} AND id = ${id}`,
  )
}

const Standing = z.object({ officeId: z.uuid(), sourceSha256: z.string().nullable() })

/** The enterprise's office, and what was sent under an id before; undefined where the scope does not see the enterprise. */
export function standingOf(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<z.output<typeof Standing> | undefined> {
  return queryRow(
    tx,
    Standing,
    sql`
    SELECT e.office_id AS "officeId", f.source_sha256 AS "sourceSha256"
    FROM enterprises e
    LEFT JOIN evidence f ON f.enterprise_id = e.id AND f.id = ${id}
    WHERE e.id = ${enterpriseId}
  `,
  )
}

/** A record to be. */
export interface NewEvidence {
  readonly enterpriseId: string
  readonly id: string
  readonly sha256: string
  readonly sourceSha256: string
  readonly mime: EvidenceMime
  readonly kind: EvidenceKind
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly name: string
  readonly position: readonly [number, number] | null
  readonly takenAt: Date | null
  readonly incomplete: boolean
  readonly uploadedBy: string
  readonly uploadedByName: string
  readonly uploadedAt: Date
}

/** Writes a record; false where there is one of that id already. */
export async function insertEvidence(tx: Tx, row: NewEvidence): Promise<boolean> {
  const geom =
    row.position === null
      ? sql`NULL`
      : sql`ST_SetSRID(ST_MakePoint(${row.position[0]}, ${row.position[1]}), 4326)`
  const made = await queryRows(
    tx,
    z.unknown(),
    sql`
    INSERT INTO evidence (enterprise_id, id, sha256, source_sha256, mime, kind, bytes, width, height, name, geom, taken_at, incomplete,
      uploaded_by, uploaded_by_name, uploaded_at)
    VALUES (${row.enterpriseId}, ${row.id}, ${row.sha256}, ${row.sourceSha256}, ${row.mime}, ${row.kind}, ${row.bytes}, ${row.width}, ${row.height},
      ${row.name}, ${geom}, ${row.takenAt?.toISOString() ?? null}::timestamptz, ${row.incomplete}, ${row.uploadedBy}, ${row.uploadedByName}, ${row.uploadedAt.toISOString()}::timestamptz)
    ON CONFLICT (enterprise_id, id) DO NOTHING
    RETURNING 1
  `,
  )
  return made.length > 0
}
