import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { EVIDENCE_KIND_CODES, EVIDENCE_MIMES } from '../../domain/evidence.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { scopeColumns } from './scope-columns.ts'

/**
 * 佐证材料: photographs and documents, never changed. The bytes lie in the evidence store under `sha256`, and are
 * there before the row is. What uses evidence refers to (enterprise_id, id) by a foreign key; rows that nothing
 * refers to are swept after a day.
 */
export const evidence = pgTable(
  'evidence',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    /** Of the stored bytes, in hexadecimal. */
    sha256: text().notNull(),
    /** Of the bytes as they were sent. */
    sourceSha256: text('source_sha256').notNull(),
    mime: text({ enum: EVIDENCE_MIMES }).notNull(),
    kind: text({ enum: EVIDENCE_KIND_CODES }).notNull(),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    name: text().notNull(),
    /** Where it was taken: told by the sender, else by the photograph itself. */
    geom: geometry('Point')(),
    takenAt: timestamp('taken_at', { withTimezone: true }),
    /** The file was damaged or cut short near its end; what could be decoded is kept. */
    incomplete: boolean().notNull().default(false),
    /** Null where somebody without an account did, as in imported histories. */
    uploadedBy: uuid('uploaded_by'),
    uploadedByName: text('uploaded_by_name').notNull(),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'evidence_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('evidence_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('evidence_source_sha256', sql`${t.sourceSha256} ~ '^[0-9a-f]{64}$'`),
    check('evidence_mime_known', oneOf(t.mime, EVIDENCE_MIMES)),
    check('evidence_kind_of_mime', sql`(${t.kind} = 'photo') = (${t.mime} <> 'application/pdf')`),
    check('evidence_bytes', sql`${t.bytes} > 0`),
    check(
      'evidence_size_of_photos',
      sql`(${t.kind} = 'photo') = (${t.width} IS NOT NULL AND ${t.height} IS NOT NULL)`,
    ),
    check('evidence_size', sql`${t.width} > 0 AND ${t.height} > 0`),
    check('evidence_named', sql`length(${t.name}) BETWEEN 1 AND 200`),
    check('evidence_geom_in_the_world', inTheWorld(t.geom)),
    index('evidence_sha256_idx').on(t.sha256),
    index('evidence_uploaded_idx').on(t.uploadedAt),
  ],
)
