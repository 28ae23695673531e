import { z } from 'zod'
import { Evidence } from '../db/evidence.ts'
import { HAZARD_GRADE_CODES, HAZARD_ORIGIN_CODES, HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { INSPECTION_FREQUENCY_CODES } from '../domain/inspection-frequency.ts'
import {
  CHECK_SUBJECT_CODES,
  FINDING_RESULT_CODES,
  INSPECTION_KIND_CODES,
} from '../domain/inspection-kind.ts'
import { INSPECTION_TASK_STATUS_CODES } from '../domain/inspection-task.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { Day } from '../http/day-input.ts'
import { Point } from '../http/geojson.ts'
import { line, prose } from '../http/text-input.ts'

const time = z.iso.datetime({ offset: true })
const day = z.iso.date()
const kind = z.enum(INSPECTION_KIND_CODES)
const frequency = z.enum(INSPECTION_FREQUENCY_CODES)
const name = line(100)
const version = z
  .int()
  .positive()
  .meta({ description: '+1 with every change; name the one you saw' })

/** 排查项. */
export const CheckItem = z
  .object({
    id: z.uuid(),
    seq: z.int(),
    subject: z.enum(CHECK_SUBJECT_CODES),
    subjectName: z.string(),
    riskPointId: z.uuid().nullable(),
    measureId: z.uuid().nullable(),
    content: z.string(),
    requirement: z.string(),
    basis: z.string(),
    suggestedGrade: z
      .enum(HAZARD_GRADE_CODES)
      .meta({ description: 'Grade that a failure suggests' }),
  })
  .meta({ id: 'CheckItem' })

/** 排查标准 as a list shows it. */
export const StandardItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    name: z.string(),
    kind,
    note: z.string(),
    archived: z.boolean(),
    version: z.int(),
    itemCount: z.int(),
    planCount: z.int().meta({ description: 'Plans that use it and are not paused' }),
    updatedAt: time,
  })
  .meta({ id: 'InspectionStandardItem' })

export const Standard = StandardItem.extend({ items: z.array(CheckItem) }).meta({
  id: 'InspectionStandard',
})

const NewCheckItem = z
  .strictObject({
    id: z
      .uuid()
      .optional()
      .meta({ description: 'Of an item that is there already; kept while nothing in it changes' }),
    subject: z.enum(CHECK_SUBJECT_CODES),
    subjectName: line(100, 0).optional(),
    riskPointId: z.uuid().nullable().optional(),
    measureId: z.uuid().nullable().optional(),
    content: prose(500),
    requirement: prose(500, 0).optional(),
    basis: prose(200, 0).optional(),
    suggestedGrade: z.enum(HAZARD_GRADE_CODES).optional(),
  })
  .meta({ id: 'NewCheckItem' })
const items = z.array(NewCheckItem).min(1).max(300)

export const NewStandard = z
  .strictObject({
    id: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the client: the same id again is the same standard' }),
    name,
    kind,
    note: prose(500, 0).optional(),
    items,
  })
  .meta({ id: 'NewInspectionStandard' })

export const StandardChange = z
  .strictObject({
    version,
    name: name.optional(),
    kind: kind.optional(),
    note: prose(500, 0).optional(),
    archived: z.boolean().optional(),
    items: items.optional(),
  })
  .meta({ id: 'InspectionStandardChange' })

/** 排查计划. */
export const Plan = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    standardId: z.uuid(),
    standardName: z.string(),
    name: z.string(),
    kind,
    frequency,
    from: day,
    to: day.nullable(),
    department: z.string(),
    assignee: z.string(),
    assigneeId: z.uuid().nullable(),
    paused: z.boolean(),
    version: z.int(),
    nextOn: day.nullable().meta({ description: 'When the next task opens' }),
    openTasks: z.int(),
    lastDoneOn: day.nullable(),
  })
  .meta({ id: 'InspectionPlan' })

const planFields = {
  standardId: z.uuid(),
  name,
  kind,
  frequency,
  from: Day,
  to: Day.nullable(),
  department: line(60, 0),
  assignee: line(60, 0),
  assigneeId: z.uuid().nullable(),
}

export const NewPlan = z
  .strictObject({
    ...planFields,
    id: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the client: the same id again is the same plan' }),
    to: planFields.to.optional(),
    department: planFields.department.optional(),
    assignee: planFields.assignee.optional(),
    assigneeId: planFields.assigneeId.optional(),
  })
  .meta({ id: 'NewInspectionPlan' })

export const PlanChange = z
  .strictObject({
    version,
    paused: z.boolean().optional(),
    ...z.object(planFields).partial().shape,
  })
  .meta({ id: 'InspectionPlanChange' })

/** 排查任务 as a list shows it; `status` and `daysLate` are derived. */
export const TaskItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    planId: z.uuid(),
    standardId: z.uuid(),
    name: z.string(),
    kind,
    department: z.string(),
    assignee: z.string(),
    assigneeId: z.uuid().nullable(),
    opensOn: day,
    dueOn: day.meta({ description: 'Last day in time' }),
    closesOn: day
      .nullable()
      .meta({ description: 'Last day it can be done late; null: until it is done' }),
    startedAt: time.nullable(),
    completedAt: time.nullable(),
    completedByName: z.string().nullable(),
    status: z.enum(INSPECTION_TASK_STATUS_CODES),
    daysLate: z.int().min(0),
    itemCount: z.int(),
    checkedCount: z.int(),
    failedCount: z.int(),
    hazardCount: z.int().meta({ description: 'Failed items whose hazard stands in the register' }),
  })
  .meta({ id: 'InspectionTaskItem' })

const HazardBrief = z.object({
  id: z.uuid(),
  code: z.string(),
  status: z.enum(HAZARD_STATUS_CODES),
  reportedAt: time,
})

/** 排查记录: what was found at an item. */
const Finding = z
  .object({
    result: z.enum(FINDING_RESULT_CODES),
    note: z.string(),
    evidence: z.array(Evidence),
    revision: z.int().positive(),
    recordedByName: z.string(),
    recordedAt: time,
    hazardId: z.uuid().meta({ description: 'Report the hazard under this id: twice is once' }),
    hazard: HazardBrief.nullable().meta({ description: 'Null until it was reported' }),
  })
  .meta({ id: 'InspectionFinding' })

/** An item of a task, with all that a hazard found there is filled in with. */
export const ChecklistItem = CheckItem.extend({
  origin: z.enum(HAZARD_ORIGIN_CODES).meta({ description: 'Origin of a hazard found here' }),
  riskPointName: z.string().nullable(),
  level: z.literal(RISK_LEVEL_ORDER).nullable(),
  locationText: z.string(),
  location: Point,
  finding: Finding.nullable(),
  earlier: HazardBrief.nullable().meta({
    description: 'A hazard found at this item before that is still open',
  }),
}).meta({ id: 'ChecklistItem' })

export const Task = TaskItem.extend({
  summary: z.string(),
  checklist: z.array(ChecklistItem),
}).meta({ id: 'InspectionTask' })

export const FindingInput = z
  .strictObject({
    result: z.enum(FINDING_RESULT_CODES),
    note: prose(1000, 0).optional(),
    evidence: z.array(z.uuid()).max(20).optional(),
    revision: z
      .int()
      .min(0)
      .meta({ description: 'The revision you saw; 0 where nothing was recorded' }),
  })
  .meta({ id: 'InspectionFindingInput' })

/** Where a hazard came from: the finding behind it. */
export const FindingOfHazard = z
  .object({
    taskId: z.uuid(),
    taskName: z.string(),
    kind,
    checkItemId: z.uuid(),
    content: z.string(),
    requirement: z.string(),
    note: z.string(),
    recordedByName: z.string(),
    recordedAt: time,
  })
  .meta({ id: 'FindingOfHazard' })

export const Figures = z
  .object({
    from: day,
    to: day,
    open: z.object({ due: z.int(), 'in-progress': z.int(), overdue: z.int() }),
    planned: z.int().meta({ description: 'Tasks whose last day in time lies in the period' }),
    inTime: z.int(),
    late: z.int(),
    missed: z.int(),
    checked: z.int().meta({ description: 'Items checked in them' }),
    failed: z.int(),
    inTimeRate: z
      .number()
      .nullable()
      .meta({ description: 'inTime / planned that are over; null when there are none' }),
  })
  .meta({ id: 'InspectionFigures' })
