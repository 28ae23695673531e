import { z } from 'zod'
import { DATUM_CODES } from '../domain/datum.ts'
import {
  PATROL_ANSWER_CODES,
  PATROL_CHECK_IN_CODES,
  PATROL_HAZARD_PART_CODES,
  PATROL_RESULT_CODES,
} from '../domain/patrol-visit.ts'
import { Instant } from '../http/day-input.ts'
import { sentAtTime } from '../http/device-time.ts'
import { Place } from '../http/place-input.ts'
import { formatted, line, prose } from '../http/text-input.ts'

/** Moves and lines with numbers, and nothing that could be anything else. */
const path = formatted(/^[Mm][\d\s.,MmLlQqCcZz-]*$/).max(20_000)

/** 巡查上报: what a telephone sends of one visit, at once or when it is back on the network. */
export const PatrolReport = z
  .strictObject({
    id: z.uuid().meta({
      description:
        'Made by the sender: the same visit sent twice is one; other content under the same id is refused',
    }),
    startedAt: Instant,
    finishedAt: Instant,
    sentAt: sentAtTime,
    checkIn: z.enum(PATROL_CHECK_IN_CODES),
    location: Place.optional().meta({
      description: 'Where the sender stood; needed to check in by position',
    }),
    datum: z.enum(DATUM_CODES).default('wgs84'),
    accuracy: z
      .number()
      .min(0)
      .max(100_000)
      .optional()
      .meta({ description: 'Metres, as the telephone says' }),
    code: line(200, 0)
      .optional()
      .meta({ description: 'What the camera read; needed to check in by code' }),
    templateVersion: z
      .int()
      .min(1)
      .max(32_000)
      .meta({ description: 'Version of the checklist for the kind of object' }),
    answers: z
      .array(
        z.strictObject({
          item: line(60),
          result: z.enum(PATROL_ANSWER_CODES),
          note: prose(500, 0).default(''),
        }),
      )
      .max(100),
    result: z.enum(PATROL_RESULT_CODES),
    signature: path.optional().meta({ description: 'Path of an SVG, in a field of 600 by 200' }),
    signatureEvidence: z.uuid().optional().meta({ description: 'Or a picture of it' }),
    signedBy: line(60, 0).default('').meta({ description: 'Who signed for the object' }),
    note: prose(2000, 0).default(''),
    evidence: z.array(z.uuid()).max(20).default([]),
    hazards: z
      .array(
        z.strictObject({
          id: z.uuid().meta({
            description:
              'Of a hazard that is on record, or of one that is yet to be reported under this id',
          }),
          part: z.enum(PATROL_HAZARD_PART_CODES),
          item: line(60)
            .optional()
            .meta({ description: 'Item of the checklist at which it was found' }),
        }),
      )
      .max(50)
      .default([]),
  })
  .meta({ id: 'PatrolReport' })
export type PatrolReport = z.output<typeof PatrolReport>
