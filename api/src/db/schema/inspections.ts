import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { HAZARD_GRADE_CODES } from '../../domain/hazard.ts'
import { INSPECTION_FREQUENCY_CODES } from '../../domain/inspection-frequency.ts'
import {
  CHECK_SUBJECT_CODES,
  FINDING_RESULT_CODES,
  INSPECTION_KIND_CODES,
} from '../../domain/inspection-kind.ts'
import { oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { evidence } from './evidence.ts'
import { scopeColumns } from './scope-columns.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** 排查标准: a checklist of an enterprise. Its items are never changed: a changed one is retired and a new one takes its place. */
export const inspectionStandards = pgTable(
  'inspection_standards',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    name: text().notNull(),
    kind: text({ enum: INSPECTION_KIND_CODES }).notNull(),
    note: text().notNull().default(''),
    archived: boolean().notNull().default(false),
    /** +1 with every change; who changes says which one they saw. */
    version: integer().notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'inspection_standards_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('inspection_standards_kind_known', oneOf(t.kind, INSPECTION_KIND_CODES)),
    check('inspection_standards_named', sql`length(trim(${t.name})) > 0`),
  ],
)

/**
 * 排查项. What it looks at is a risk point or a measure by id, or a post, a department or equipment by name;
 * `subject_name` says it in words, also when the point is gone. The references are in 0011_inspection.sql:
 * they let go of one column only.
 */
export const checkItems = pgTable(
  'check_items',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    standardId: uuid('standard_id').notNull(),
    seq: integer().notNull(),
    subject: text({ enum: CHECK_SUBJECT_CODES }).notNull(),
    subjectName: text('subject_name').notNull().default(''),
    riskPointId: uuid('risk_point_id'),
    measureId: uuid('measure_id'),
    content: text().notNull(),
    /** When it counts as 合格. */
    requirement: text().notNull().default(''),
    /** Law, standard or rule it rests on. */
    basis: text().notNull().default(''),
    /** Grade that a failure suggests. */
    suggestedGrade: text('suggested_grade', { enum: HAZARD_GRADE_CODES })
      .notNull()
      .default('general'),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'check_items_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'check_items_of_standard',
      columns: [t.enterpriseId, t.standardId],
      foreignColumns: [inspectionStandards.enterpriseId, inspectionStandards.id],
    }).onDelete('cascade'),
    check('check_items_subject_known', oneOf(t.subject, CHECK_SUBJECT_CODES)),
    check('check_items_grade_known', oneOf(t.suggestedGrade, HAZARD_GRADE_CODES)),
    check('check_items_seq', sql`${t.seq} > 0`),
    check('check_items_said', sql`length(trim(${t.content})) > 0`),
    check(
      'check_items_measure_of_subject',
      sql`${t.measureId} IS NULL OR ${t.subject} = 'measure'`,
    ),
    index('check_items_standard_idx').on(t.enterpriseId, t.standardId, t.seq),
    index('check_items_point_idx').on(t.enterpriseId, t.riskPointId),
    index('check_items_measure_idx').on(t.enterpriseId, t.measureId),
  ],
)

/** 排查计划: who works through which checklist how often. */
export const inspectionPlans = pgTable(
  'inspection_plans',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    standardId: uuid('standard_id').notNull(),
    name: text().notNull(),
    kind: text({ enum: INSPECTION_KIND_CODES }).notNull(),
    frequency: text({ enum: INSPECTION_FREQUENCY_CODES }).notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    /** Tasks due before this day are not asked for: the plan was made, changed or resumed then. */
    activeSince: date('active_since').notNull(),
    department: text().notNull().default(''),
    /** Who does it, by name: not everybody has an account. */
    assignee: text().notNull().default(''),
    assigneeId: uuid('assignee_id'),
    /** Paused: brings no tasks. */
    paused: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'inspection_plans_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'inspection_plans_of_standard',
      columns: [t.enterpriseId, t.standardId],
      foreignColumns: [inspectionStandards.enterpriseId, inspectionStandards.id],
    }),
    check('inspection_plans_kind_known', oneOf(t.kind, INSPECTION_KIND_CODES)),
    check('inspection_plans_frequency_known', oneOf(t.frequency, INSPECTION_FREQUENCY_CODES)),
    check('inspection_plans_period', sql`${t.toOn} IS NULL OR ${t.toOn} >= ${t.fromOn}`),
    check(
      'inspection_plans_once_has_an_end',
      sql`${t.frequency} <> 'once' OR ${t.toOn} IS NOT NULL`,
    ),
    check('inspection_plans_named', sql`length(trim(${t.name})) > 0`),
    index('inspection_plans_standard_idx').on(t.enterpriseId, t.standardId),
  ],
)

/** 排查任务: one period of a plan. There is one by plan and first day, however many processes make them. */
export const inspectionTasks = pgTable(
  'inspection_tasks',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    ...scopeColumns(),
    planId: uuid('plan_id').notNull(),
    standardId: uuid('standard_id').notNull(),
    name: text().notNull(),
    kind: text({ enum: INSPECTION_KIND_CODES }).notNull(),
    department: text().notNull().default(''),
    assignee: text().notNull().default(''),
    assigneeId: uuid('assignee_id'),
    opensOn: date('opens_on').notNull(),
    dueOn: date('due_on').notNull(),
    /** Last day it can be done late; null: until it is done. */
    closesOn: date('closes_on'),
    startedAt: moment('started_at'),
    completedAt: moment('completed_at'),
    completedBy: uuid('completed_by'),
    completedByName: text('completed_by_name'),
    summary: text().notNull().default(''),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'inspection_tasks_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'inspection_tasks_of_plan',
      columns: [t.enterpriseId, t.planId],
      foreignColumns: [inspectionPlans.enterpriseId, inspectionPlans.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'inspection_tasks_of_standard',
      columns: [t.enterpriseId, t.standardId],
      foreignColumns: [inspectionStandards.enterpriseId, inspectionStandards.id],
    }).onDelete('cascade'),
    unique('inspection_tasks_once').on(t.enterpriseId, t.planId, t.opensOn),
    check('inspection_tasks_kind_known', oneOf(t.kind, INSPECTION_KIND_CODES)),
    check(
      'inspection_tasks_days',
      sql`${t.dueOn} >= ${t.opensOn} AND (${t.closesOn} IS NULL OR ${t.closesOn} >= ${t.dueOn})`,
    ),
    check(
      'inspection_tasks_completed_by',
      sql`(${t.completedAt} IS NULL) = (${t.completedByName} IS NULL)`,
    ),
    index('inspection_tasks_due_idx').on(t.dueOn.desc(), t.enterpriseId, t.id),
    index('inspection_tasks_grid_idx').on(t.gridId),
  ],
)

/** 排查记录: what was found at an item. */
export const inspectionFindings = pgTable(
  'inspection_findings',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    taskId: uuid('task_id').notNull(),
    checkItemId: uuid('check_item_id').notNull(),
    ...scopeColumns(),
    result: text({ enum: FINDING_RESULT_CODES }).notNull(),
    note: text().notNull().default(''),
    /**
     * The hazard of a failed item: kept ready from the first moment, so that reporting it twice is reporting
     * it once. No reference: it names a hazard only once one was reported under it.
     */
    hazardId: uuid('hazard_id').notNull().defaultRandom(),
    /** +1 with every change. */
    revision: integer().notNull().default(1),
    recordedBy: uuid('recorded_by'),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: moment('found_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.taskId, t.checkItemId] }),
    foreignKey({
      name: 'inspection_findings_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'inspection_findings_of_task',
      columns: [t.enterpriseId, t.taskId],
      foreignColumns: [inspectionTasks.enterpriseId, inspectionTasks.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'inspection_findings_at_item',
      columns: [t.enterpriseId, t.checkItemId],
      foreignColumns: [checkItems.enterpriseId, checkItems.id],
    }).onDelete('cascade'),
    check('inspection_findings_result_known', oneOf(t.result, FINDING_RESULT_CODES)),
    check('inspection_findings_revision', sql`${t.revision} > 0`),
    index('inspection_findings_hazard_idx').on(t.enterpriseId, t.hazardId),
    index('inspection_findings_item_idx').on(t.enterpriseId, t.checkItemId),
  ],
)

/** Photographs and documents of a finding. */
export const inspectionFindingEvidence = pgTable(
  'inspection_finding_evidence',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    taskId: uuid('task_id').notNull(),
    checkItemId: uuid('check_item_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.taskId, t.checkItemId, t.evidenceId] }),
    foreignKey({
      name: 'inspection_finding_evidence_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'inspection_finding_evidence_of_finding',
      columns: [t.enterpriseId, t.taskId, t.checkItemId],
      foreignColumns: [
        inspectionFindings.enterpriseId,
        inspectionFindings.taskId,
        inspectionFindings.checkItemId,
      ],
    }).onDelete('cascade'),
    foreignKey({
      name: 'inspection_finding_evidence_is',
      columns: [t.enterpriseId, t.evidenceId],
      foreignColumns: [evidence.enterpriseId, evidence.id],
    }),
  ],
)
