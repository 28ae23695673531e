import { z } from 'zod'
import { AttachedEvidence } from '../db/evidence.ts'
import {
  HAZARD_GRADE_CODES,
  HAZARD_ORIGIN_CODES,
  HAZARD_STATUS_CODES,
  HAZARD_TREATMENT_CODES,
} from '../domain/hazard.ts'
import { HAZARD_EVENT_CODES } from '../domain/hazard-event.ts'
import { HAZARD_GUARD_CODES } from '../domain/hazard-guards.ts'
import { HAZARD_ROLE_CODES } from '../domain/hazard-roles.ts'
import { APPROVERS } from '../domain/approval-rule.ts'
import { SubjectSignOff } from '../db/sign-offs.ts'
import {
  EXTENSION_CODES,
  SUPERVISION_CODES,
  SUPERVISION_LEVEL_CODES,
} from '../domain/hazard-supervision.ts'
import { Point } from '../http/geojson.ts'

const time = z.iso.datetime({ offset: true })
const status = z.enum(HAZARD_STATUS_CODES)

/** 隐患 as it stands in the database: overdue is derived and not there. */
export const HazardRow = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  riskPointId: z.uuid().nullable(),
  riskPointName: z.string().nullable(),
  no: z.int(),
  code: z.string(),
  description: z.string(),
  locationText: z.string(),
  location: Point,
  origin: z.enum(HAZARD_ORIGIN_CODES),
  grade: z.enum(HAZARD_GRADE_CODES).nullable(),
  treatment: z.enum(HAZARD_TREATMENT_CODES).nullable(),
  status,
  reportedAt: time,
  deadline: z.iso.date().nullable(),
  acceptedAt: time.nullable(),
  closedAt: time.nullable(),
  round: z.int().meta({ description: 'How often review has sent it back' }),
  extension: z.enum(EXTENSION_CODES),
  supervision: z.enum(SUPERVISION_CODES).meta({ description: '挂牌督办' }),
  workStop: z.boolean(),
  lastSeq: z
    .int()
    .meta({ description: 'Of its last event; whoever acts sends it back as afterSeq' }),
  gridId: z.uuid(),
  townCode: z.string(),
})

/** 隐患 as a list shows it. */
export const HazardItem = HazardRow.extend({
  overdue: z.boolean(),
  overdueDays: z.int().min(0),
}).meta({ id: 'HazardItem' })

/** One step of the closed loop. */
const HazardEvent = z
  .object({
    seq: z.int(),
    type: z.enum(HAZARD_EVENT_CODES),
    fromStatus: status.nullable(),
    toStatus: status,
    actorName: z.string(),
    actorRole: z.enum(HAZARD_ROLE_CODES),
    actorPost: z.string().nullable().meta({
      description: 'The post in which it was done; null for what is older than the record of posts',
    }),
    occurredAt: time,
    opinion: z.string().nullable(),
    detail: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What came with the step: reason, criteria, plan, cost, deadline …' }),
    evidence: z.array(AttachedEvidence),
  })
  .meta({ id: 'HazardEvent' })

/** What this reader may do now. */
const HazardAction = z
  .object({
    type: z.enum(HAZARD_EVENT_CODES),
    needs: z.array(z.enum(HAZARD_GUARD_CODES)).meta({ description: 'What has to come with it' }),
    blockedBy: z
      .array(z.enum(HAZARD_GUARD_CODES))
      .meta({ description: 'What stands in the way, whatever comes with it' }),
    approver: z.enum(APPROVERS).nullable().meta({
      description: 'Who has to approve it: the act is put before them and done once they do',
    }),
  })
  .meta({ id: 'HazardAction' })

/** 挂牌督办 in force or the last one. */
const SupervisionListing = z
  .object({
    level: z.enum(SUPERVISION_LEVEL_CODES),
    authority: z.string(),
    department: z.string(),
    documentNo: z.string(),
    deadline: z.iso.date(),
    listedAt: time,
  })
  .meta({ id: 'SupervisionListing' })

/** What only the record of one hazard tells. */
export const HAZARD_DETAIL = {
  rectifier: z.object({ id: z.uuid().nullable(), name: z.string() }).nullable(),
  reporterName: z.string(),
  suggestedGrade: z.enum(HAZARD_GRADE_CODES).nullable(),
  criteria: z.string().nullable(),
  cost: z.number().nullable().meta({ description: 'Yuan' }),
  linkedTo: z.uuid().nullable(),
  mergedInto: z.uuid().nullable(),
  extensionDeadline: z.iso.date().nullable(),
  officeName: z.string().meta({ description: 'The office that answers for it' }),
  gridName: z.string(),
  supervisionListing: SupervisionListing.nullable(),
  events: z.array(HazardEvent),
} as const

/** One hazard with its whole history, and what its reader may do. */
export const Hazard = HazardItem.extend({
  ...HAZARD_DETAIL,
  defaultDeadline: z.iso
    .date()
    .meta({ description: 'What a notice issued today allows if it names no deadline' }),
  otherOffice: z
    .boolean()
    .meta({ description: 'The reader is of the bureau, and another office answers for it' }),
  next: z
    .array(
      z.object({
        event: z.enum(HAZARD_EVENT_CODES),
        roles: z.array(z.enum(HAZARD_ROLE_CODES)),
        approver: z.enum(APPROVERS).nullable(),
      }),
    )
    .meta({ description: 'Whose turn it is, the usual step first' }),
  signOffs: z
    .array(SubjectSignOff)
    .meta({ description: 'Requests for approval, newest first; told to the bureau alone' }),
  actions: z.array(HazardAction),
}).meta({ id: 'Hazard' })
export type Hazard = z.output<typeof Hazard>

/** A hazard that may be the same one. */
export const SimilarHazard = HazardItem.extend({
  distance: z.number().nullable().meta({ description: 'Metres; null without a place to compare' }),
  similarity: z.number().meta({ description: '0 to 1, of the descriptions' }),
}).meta({ id: 'SimilarHazard' })
