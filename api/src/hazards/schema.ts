import { z } from 'zod'
import { HAZARD_GRADE_CODES, HAZARD_ORIGIN_CODES, HAZARD_STATUS_CODES, HAZARD_TREATMENT_CODES } from '../domain/hazard.ts'
import { HAZARD_EVENT_CODES } from '../domain/hazard-event.ts'
import { HAZARD_ROLE_CODES } from '../domain/hazard-roles.ts'
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
  extension: z.enum(['none', 'pending', 'approved', 'rejected']),
  supervision: z.enum(['none', 'listed', 'delisted']).meta({ description: '挂牌督办' }),
  workStop: z.boolean(),
  gridId: z.uuid(),
  townCode: z.string(),
})

/** 隐患 as a list shows it. */
export const HazardItem = HazardRow.extend({
  overdue: z.boolean(),
  overdueDays: z.int().min(0),
}).meta({ id: 'HazardItem' })

/** One step of the closed loop. */
export const HazardEvent = z.object({
  seq: z.int(),
  type: z.enum(HAZARD_EVENT_CODES),
  fromStatus: status.nullable(),
  toStatus: status,
  actorName: z.string(),
  actorRole: z.enum(HAZARD_ROLE_CODES),
  occurredAt: time,
  opinion: z.string().nullable(),
}).meta({ id: 'HazardEvent' })

/** One hazard with its whole history. */
export const Hazard = HazardItem.extend({ events: z.array(HazardEvent) }).meta({ id: 'Hazard' })
