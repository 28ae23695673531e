import { z } from 'zod'
import { AppliedMigration } from '../db/migrations.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()

/** What a table of a backup holds. */
export const TableEntry = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: count,
  /** Of its rows in any order. */
  digest,
})
export type TableEntry = z.output<typeof TableEntry>

/** A photograph or document of a backup, or its small picture. */
export const FileEntry = z.object({ name: z.string(), bytes: count, sha256: digest })
export type FileEntry = z.output<typeof FileEntry>

/** How a secret is recognised without being told; null where there was none. */
const fingerprint = z.string().nullable()

/** `manifest.json`: what a backup holds, by which restoring it is verified. */
export const Manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  madeAt: z.iso.datetime(),
  database: z.enum(['embedded', 'postgis']),
  migrations: z.array(AppliedMigration).min(1),
  tables: z.array(TableEntry),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  evidence: z.array(FileEntry),
  /** Files that rows name and the store had not. */
  missing: z.array(z.string()),
  secrets: z.object({ personalData: fingerprint, auth: fingerprint }),
})
export type Manifest = z.output<typeof Manifest>
