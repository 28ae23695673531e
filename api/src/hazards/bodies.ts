import { z } from 'zod'
import { sentAtTime } from '../http/device-time.ts'
import { DATUM_CODES } from '../domain/datum.ts'
import { HAZARD_GRADE_CODES, HAZARD_ORIGIN_CODES } from '../domain/hazard.ts'
import { HAZARD_EVENT_CODES, PLAN_ELEMENT_CODES } from '../domain/hazard-event.ts'
import { SUPERVISION_LEVEL_CODES } from '../domain/hazard-supervision.ts'
import { Day, Instant } from '../http/day-input.ts'
import { Place } from '../http/place-input.ts'
import { line, prose } from '../http/text-input.ts'

const files = z.array(z.guid()).max(20)

/** 即查即改: what shows that it was mended when it was found. */
const MendedOnTheSpot = z
  .strictObject({
    photosAfter: files.min(1),
    opinion: prose(2000, 0).optional().meta({ description: 'What was done' }),
    cost: z.number().min(0).max(999_999_999_999).optional().meta({ description: 'Yuan' }),
  })
  .meta({ id: 'MendedOnTheSpot' })
export type MendedOnTheSpot = z.output<typeof MendedOnTheSpot>

/** 上报: what a new hazard needs. */
export const HazardReport = z
  .strictObject({
    id: z.uuid().optional().meta({
      description: 'The hazard’s id, made by the sender: the same report sent twice is one hazard',
    }),
    enterpriseId: z
      .guid()
      .optional()
      .meta({ description: 'An enterprise’s own people may leave it out' }),
    riskPointId: z.guid().optional(),
    description: prose(2000),
    locationText: line(200, 0).default(''),
    location: Place,
    datum: z.enum(DATUM_CODES).default('wgs84'),
    placeReason: prose(200, 0).default('').meta({
      description: 'Why the place is right although it is far outside the district',
    }),
    foundAt: Instant.optional().meta({
      description: 'When it was found, by the sender’s clock; by default when it arrives',
    }),
    sentAt: sentAtTime,
    origin: z
      .enum(HAZARD_ORIGIN_CODES)
      .optional()
      .meta({ description: 'By default what the sender’s role usually finds' }),
    suggestedGrade: z.enum(HAZARD_GRADE_CODES).optional(),
    evidence: files.default([]),
    mendedOnTheSpot: MendedOnTheSpot.optional().meta({
      description:
        'Found and mended at once: registered, graded general and put before review in the same act. `evidence` shows it as it was found',
    }),
    linkedTo: z
      .guid()
      .optional()
      .meta({ description: 'The closed hazard that this one takes up again' }),
  })
  .meta({ id: 'HazardReport' })
export type HazardReport = z.output<typeof HazardReport>

const plan = z
  .strictObject(
    Object.fromEntries(PLAN_ELEMENT_CODES.map((code) => [code, prose(2000, 0).optional()])),
  )
  .meta({ id: 'RectificationPlan' })

/** 办理: one step of the closed loop. What each step needs is the hazard’s `actions` to say. */
export const HazardAct = z
  .strictObject({
    type: z.enum(HAZARD_EVENT_CODES),
    afterSeq: z.int().min(0).optional().meta({
      description:
        'The last event the sender saw; if there are later ones, the step is refused with them',
    }),
    clientId: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the sender: the same act sent twice is done once' }),
    reason: prose(2000, 0).optional(),
    opinion: prose(2000, 0).optional(),
    grade: z.enum(HAZARD_GRADE_CODES).optional(),
    criteria: prose(500, 0).optional(),
    responsibleId: z
      .guid()
      .optional()
      .meta({ description: 'Somebody of the enterprise with an account …' }),
    responsibleName: line(60, 0).optional().meta({ description: '… or without one' }),
    deadline: Day.optional(),
    plan: plan.optional(),
    cost: z.number().min(0).max(999_999_999_999).optional().meta({ description: 'Yuan' }),
    evidence: files.optional(),
    photosBefore: files.optional(),
    photosAfter: files.optional(),
    thenClose: z
      .boolean()
      .optional()
      .meta({ description: 'With a review that is passed: close it in the same act' }),
    mergedInto: z.guid().optional(),
    duplicatesChecked: z.boolean().optional(),
    documentNo: line(100, 0).optional(),
    level: z.enum(SUPERVISION_LEVEL_CODES).optional(),
    authority: line(100, 0).optional(),
    department: line(100, 0).optional(),
  })
  .meta({ id: 'HazardAct' })
export type HazardAct = z.output<typeof HazardAct>
