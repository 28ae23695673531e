import { z } from 'zod'
import { Evidence } from '../db/evidence.ts'
import { SubjectSignOff } from '../db/sign-offs.ts'
import { HAZARD_EVENT_CODES } from '../domain/hazard-event.ts'
import { HAZARD_GRADE_CODES, HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import {
  SIGN_OFF_DECISION_CODES,
  SIGN_OFF_STATE_CODES,
  SIGN_OFF_SUBJECT_CODES,
} from '../domain/sign-off.ts'
import { prose } from '../http/text-input.ts'

/** 签批: an act that waits for somebody's decision, with what it rests on. */
export const SignOff = SubjectSignOff.extend({
  act: z.enum(HAZARD_EVENT_CODES),
  subject: z.object({ type: z.enum(SIGN_OFF_SUBJECT_CODES), id: z.uuid() }),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  officeName: z.string(),
  hazard: z.object({
    code: z.string(),
    description: z.string(),
    status: z.enum(HAZARD_STATUS_CODES),
    grade: z.enum(HAZARD_GRADE_CODES).nullable(),
    deadline: z.iso.date().nullable(),
  }),
  detail: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What will be done: document number, deadline, rank …' }),
  evidence: z.array(Evidence),
  mine: z.boolean().meta({ description: 'The reader put it forward and may take it back' }),
}).meta({ id: 'SignOff' })
export type SignOff = z.output<typeof SignOff>

export const SignOffDecisionRequest = z
  .strictObject({
    decision: z.enum(SIGN_OFF_DECISION_CODES),
    word: prose(500).optional().meta({ description: 'Required to refuse' }),
  })
  .meta({ id: 'SignOffDecision' })

export const SignOffQuery = z.strictObject({ state: z.enum(SIGN_OFF_STATE_CODES).optional() })
