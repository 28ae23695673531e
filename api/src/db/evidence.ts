import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { EVIDENCE_KIND_CODES, EVIDENCE_MIMES, EVIDENCE_PART_CODES } from '../domain/evidence.ts'
import type { Tx } from './database.ts'
import { asGeoJson } from './geometry.ts'
import { isoTime, queryRows } from './rows.ts'

const Location = z
  .object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
  .meta({ id: 'Point' })

/** 佐证材料 as every answer shows it; the bytes are at `/enterprises/{enterpriseId}/evidence/{id}/content`. */
export const Evidence = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    kind: z.enum(EVIDENCE_KIND_CODES),
    mime: z.enum(EVIDENCE_MIMES),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    name: z.string(),
    location: Location.nullable().meta({ description: 'Where it was taken' }),
    takenAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .meta({ description: 'Null where neither sender nor photograph tells' }),
    incomplete: z.boolean().meta({
      description: 'The end of the photograph was lost or damaged; what could be decoded is kept',
    }),
    uploadedByName: z.string(),
    uploadedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.output<typeof Evidence>

/** Evidence and what it shows of the work it is attached to. */
export const AttachedEvidence = Evidence.extend({ part: z.enum(EVIDENCE_PART_CODES) }).meta({
  id: 'AttachedEvidence',
})
export type AttachedEvidence = z.output<typeof AttachedEvidence>

/**
 * One row of `evidence f` as the JSON object `Evidence` parses. With a link table `l` that has a `part`:
 * @example sql`SELECT json_agg(${EVIDENCE_JSON} || jsonb_build_object('part', l.part) ORDER BY f.uploaded_at, f.id)`
 */
export const EVIDENCE_JSON = sql`jsonb_build_object(
  'id', f.id, 'enterpriseId', f.enterprise_id, 'kind', f.kind, 'mime', f.mime, 'bytes', f.bytes,
  'width', f.width, 'height', f.height, 'name', f.name, 'location', ${asGeoJson(sql`f.geom`)}::jsonb,
  'takenAt', ${isoTime(sql`f.taken_at`)}, 'incomplete', f.incomplete, 'uploadedByName', f.uploaded_by_name, 'uploadedAt', ${isoTime(sql`f.uploaded_at`)}
)`

const Found = z.object({ evidence: Evidence }).transform(({ evidence }) => evidence)

/** Evidence of an enterprise by ids, oldest first. Ids that the scope does not see are left out: compare the lengths. */
export function evidenceOf(
  tx: Tx,
  enterpriseId: string,
  ids: readonly string[],
): Promise<Evidence[]> {
  if (ids.length === 0) return Promise.resolve([])
  return queryRows(
    tx,
    Found,
    sql`
    SELECT ${EVIDENCE_JSON} AS evidence FROM evidence f
    WHERE f.enterprise_id = ${enterpriseId} AND f.id IN ${[...ids]}
    ORDER BY f.uploaded_at, f.id
  `,
  )
}
