import { z } from 'zod'
import { AUDIT_ACTION_CODES, AUDITED_TABLE_CODES } from '../domain/audit.ts'

/** What one field was and became. A sensitive value reads `•••` on both sides. */
const Change = z.object({ from: z.unknown(), to: z.unknown() })

/** One entry of the record: who did what, when, from where. */
export const AuditEntry = z
  .object({
    seq: z.int().min(1).meta({ description: 'Place in the chain, without gaps' }),
    at: z.iso.datetime({ offset: true }),
    actor: z.object({
      id: z.uuid().nullable(),
      name: z.string().meta({ description: 'Real name' }),
      role: z.string().meta({
        description:
          'Code of a role; `system` for a command line, `public` for who has not signed in',
      }),
    }),
    ip: z.string().nullable(),
    action: z.enum(AUDIT_ACTION_CODES),
    table: z.enum(AUDITED_TABLE_CODES),
    key: z.record(z.string(), z.unknown()).meta({ description: 'Primary key of the row' }),
    objectName: z
      .string()
      .nullable()
      .meta({ description: 'What the object was called at that moment' }),
    enterpriseId: z.uuid().nullable(),
    changes: z.record(z.string(), Change).meta({ description: 'Column → before and after' }),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'SHA-256 that the next entry builds upon' }),
  })
  .meta({ id: 'AuditEntry' })

export type AuditEntry = z.output<typeof AuditEntry>

/** One page, newest first. */
export const AuditPage = z.object({
  items: z.array(AuditEntry),
  nextCursor: z.string().nullable(),
  names: z.record(z.string(), z.string()).meta({
    description: 'What the things and people are called that the entries name by their ids',
  }),
})
