import { z } from 'zod'
import { isIdNumber } from '../domain/id-number.ts'
import { POSITION_CODES } from '../domain/position.ts'
import { ROLE_CODES } from '../domain/role.ts'
import { USERNAME } from '../domain/username.ts'
import { Day } from '../http/day-input.ts'
import { formatted, line, prose } from '../http/text-input.ts'

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

/** 任职. */
const Appointment = z
  .object({
    id: z.uuid(),
    role: z.enum(ROLE_CODES),
    position: z.enum(POSITION_CODES).nullable(),
    title: z
      .string()
      .nullable()
      .meta({ description: '职务 as the letter of appointment names it' }),
    office: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    grid: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
    enterprise: z.object({ id: z.uuid(), name: z.string(), creditCode: z.string() }).nullable(),
    validFrom: day,
    validTo: day.nullable().meta({ description: 'Last day; null while none is set' }),
    endedAt: instant.nullable().meta({ description: 'Handed over before its last day' }),
    endReason: z.string().nullable(),
    successor: z.object({ appointmentId: z.uuid(), userId: z.uuid(), name: z.string() }).nullable(),
    state: z.enum(['coming', 'current', 'over', 'handed-over']),
  })
  .meta({ id: 'Appointment' })

/** A person by real name. */
export const Person = z
  .object({
    id: z.uuid(),
    name: z.string(),
    username: z.string().nullable().meta({ description: 'Null for who cannot sign in' }),
    role: z.enum(ROLE_CODES),
    mobileMasked: z.string().nullable(),
    idNumberMasked: z.string().nullable().meta({ description: '身份证号, masked' }),
    suspended: z.boolean(),
    suspendReason: z.string().nullable(),
    mustChangePassword: z.boolean(),
    twoFactorEnabled: z.boolean(),
    lockedUntil: instant.nullable(),
    lastSeenAt: instant.nullable().meta({ description: 'Last use of an open session' }),
    isDemo: z.boolean(),
    createdAt: instant,
    appointments: z.array(Appointment).meta({ description: 'Latest first' }),
  })
  .meta({ id: 'Person' })

/** What an appointment is made of; which of the ids it needs follows from the role. */
export const NewAppointment = z
  .strictObject({
    position: z.enum(POSITION_CODES).optional(),
    title: line(40)
      .optional()
      .meta({ description: '职务, such as 副局长; every act of theirs is on record under it' }),
    officeId: z.guid().optional(),
    gridId: z.guid().optional(),
    enterpriseId: z.guid().optional(),
    validFrom: Day,
    validTo: Day.optional(),
  })
  .meta({ id: 'NewAppointment' })

const name = line(30, 2)
const mobile = formatted(/^1\d{10}$/)
const idNumber = line(18)
  .toUpperCase()
  .refine(isIdNumber, 'expected an identity number of 18 characters with a right check character')
const username = line(30).toLowerCase().regex(USERNAME)
const reason = prose(200, 4)

/** Without a username the person exists by name but cannot sign in. */
export const NewPerson = z
  .strictObject({
    name,
    role: z.enum(ROLE_CODES),
    username: username.optional(),
    mobile: mobile.optional(),
    idNumber: idNumber.optional(),
    appointment: NewAppointment.optional(),
  })
  .meta({ id: 'NewPerson' })

/** Suspending needs a reason and ends every session at once. */
export const PersonChange = z
  .strictObject({
    name: name.optional(),
    mobile: mobile.nullable().optional(),
    idNumber: idNumber.nullable().optional(),
    suspended: z.boolean().optional(),
    reason: reason.optional(),
  })
  .meta({ id: 'PersonChange' })

export const Handover = z
  .strictObject({ successorUserId: z.guid(), reason })
  .meta({ id: 'Handover' })

export const PasswordReset = z
  .strictObject({
    username: username.optional().meta({ description: 'For who had none and is now to sign in' }),
    resetTwoFactor: z
      .boolean()
      .default(false)
      .meta({ description: 'For who has lost the second factor' }),
  })
  .meta({ id: 'PasswordReset' })

/** Shown once and kept nowhere. */
export const OneTimePassword = z.object({ username: z.string(), oneTimePassword: z.string() })

/** An open session of somebody. */
export const Session = z
  .object({
    id: z.uuid(),
    createdAt: instant,
    lastUsedAt: instant,
    expiresAt: instant.meta({ description: 'Absolute end; idle sessions end before' }),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean().meta({ description: 'The session that asks' }),
  })
  .meta({ id: 'Session' })

/** By what an enterprise is found to appoint somebody to it. */
export const EnterpriseName = z.object({ id: z.uuid(), name: z.string(), creditCode: z.string() })
