import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { APPROVERS, RULED_ACTS } from '../../domain/approval-rule.ts'
import { HAZARD_GRADE_CODES } from '../../domain/hazard.ts'
import { SIGN_OFF_SUBJECT_CODES } from '../../domain/sign-off.ts'
import { oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { evidence } from './evidence.ts'
import { offices } from './places.ts'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** 批准权限: a version of the rules of approval. Published versions never change; one holds at a time. */
export const approvalProfiles = pgTable(
  'approval_profiles',
  {
    version: integer().primaryKey(),
    validFrom: date('valid_from').notNull(),
    /** Last day; null while nobody has set one. */
    validTo: date('valid_to'),
    source: text().notNull(),
  },
  (t) => [
    check('approval_profiles_version', sql`${t.version} > 0`),
    check('approval_profiles_period', sql`${t.validTo} >= ${t.validFrom}`),
  ],
)

/** Who takes an act on hazards of a grade, and who approves it. */
export const approvalRules = pgTable(
  'approval_rules',
  {
    version: integer()
      .notNull()
      .references(() => approvalProfiles.version),
    act: text({ enum: RULED_ACTS }).notNull(),
    grade: text({ enum: HAZARD_GRADE_CODES }).notNull(),
    proposers: text().array().notNull(),
    /** Null where it is done at once. */
    approver: text({ enum: APPROVERS }),
  },
  (t) => [
    primaryKey({ columns: [t.version, t.act, t.grade] }),
    check('approval_rules_act_known', oneOf(t.act, RULED_ACTS)),
    check('approval_rules_grade_known', oneOf(t.grade, HAZARD_GRADE_CODES)),
    check(
      'approval_rules_proposers_known',
      sql`cardinality(${t.proposers}) > 0 AND ${t.proposers} <@ ARRAY['safety-officer', 'principal', 'office', 'office-head']`,
    ),
    check('approval_rules_approver_known', oneOf(t.approver, APPROVERS)),
  ],
)

/** 签批: an act that waits for somebody's decision. One of a kind about a subject waits at a time. */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: uuid().primaryKey(),
    enterpriseId: uuid('enterprise_id'),
    gridId: uuid('grid_id'),
    officeId: uuid('office_id')
      .notNull()
      .references(() => offices.id),
    subject: text({ enum: SIGN_OFF_SUBJECT_CODES }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    act: text().notNull(),
    /** What will be done, as it was sent. */
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    reason: text().notNull(),
    ruleVersion: integer('rule_version')
      .notNull()
      .references(() => approvalProfiles.version),
    approver: text({ enum: APPROVERS }).notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedByPost: text('proposed_by_post').default(sql`scope_post()`),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    /** Null while it waits. */
    decision: text({ enum: ['approved', 'refused', 'withdrawn'] }),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedByPost: text('decided_by_post'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    word: text(),
    /** The transaction of the decision, in which what it allows is done. */
    decidedIn: xid8('decided_in'),
  },
  (t) => [
    foreignKey({
      name: 'sign_offs_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('sign_offs_subject_known', oneOf(t.subject, SIGN_OFF_SUBJECT_CODES)),
    check('sign_offs_approver_known', oneOf(t.approver, APPROVERS)),
    check('sign_offs_reason', sql`length(trim(${t.reason})) > 0`),
    check('sign_offs_placed', sql`(${t.enterpriseId} IS NULL) = (${t.gridId} IS NULL)`),
    check('sign_offs_decision_known', oneOf(t.decision, ['approved', 'refused', 'withdrawn'])),
    check(
      'sign_offs_decided',
      sql`(${t.decision} IS NULL) = (${t.decidedBy} IS NULL) AND (${t.decision} IS NULL) = (${t.decidedByName} IS NULL) AND (${t.decision} IS NULL) = (${t.decidedAt} IS NULL)`,
    ),
    // Who proposes may take it back, and never decides it.
    check(
      'sign_offs_four_eyes',
      sql`${t.decision} IS NULL OR (${t.decision} = 'withdrawn') = (${t.decidedBy} = ${t.proposedBy})`,
    ),
    check(
      'sign_offs_refused_why',
      sql`${t.decision} IS DISTINCT FROM 'refused' OR length(trim(${t.word})) > 0`,
    ),
    uniqueIndex('sign_offs_one_pending')
      .on(t.subject, t.subjectId, t.act)
      .where(sql`decision IS NULL`),
    index('sign_offs_recent_idx').on(t.proposedAt.desc(), t.id),
    index('sign_offs_subject_idx').on(t.subjectId),
  ],
)

/** What a request rests on: photographs and documents. */
export const signOffEvidence = pgTable(
  'sign_off_evidence',
  {
    signOffId: uuid('sign_off_id')
      .notNull()
      .references(() => signOffs.id, { onDelete: 'cascade' }),
    enterpriseId: uuid('enterprise_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    position: smallint().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.signOffId, t.evidenceId] }),
    foreignKey({
      name: 'sign_off_evidence_file',
      columns: [t.enterpriseId, t.evidenceId],
      foreignColumns: [evidence.enterpriseId, evidence.id],
    }),
    index('sign_off_evidence_file_idx').on(t.enterpriseId, t.evidenceId),
  ],
)
