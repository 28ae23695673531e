import { z } from 'zod'
import { Day } from '../http/day-input.ts'
import { Problem } from '../http/problem.ts'
import { line, prose } from '../http/text-input.ts'

const people = z.int().min(0).max(10_000)

/** 事故案例. */
export const AccidentCase = z
  .object({
    id: z.uuid(),
    title: z.string(),
    occurredOn: z.iso.date(),
    place: z.string(),
    industry: z.string().nullable(),
    accidentType: z.int().min(1).max(20).meta({ description: 'GB 6441' }),
    deaths: people.nullable().meta({ description: 'Null where the source does not say' }),
    injuries: people.nullable(),
    summary: z.string(),
    lessons: z.string(),
    source: z.string().meta({ description: 'Where it is told: a report, a notice' }),
    isDemo: z.boolean().meta({ description: 'Invented to show what the library is for' }),
    officeName: z.string(),
    mine: z.boolean().meta({ description: 'Whether this reader’s office may change it' }),
    version: z.int(),
  })
  .meta({ id: 'AccidentCase' })

const written = {
  title: line(100),
  occurredOn: Day,
  place: line(100),
  industry: line(60).nullable(),
  accidentType: z.int().min(1).max(20),
  deaths: people.nullable(),
  injuries: people.nullable(),
  summary: prose(4000),
  lessons: prose(4000),
  source: line(200),
}

export const NewAccidentCase = z
  .strictObject({
    id: z.uuid().optional(),
    ...written,
    industry: written.industry.default(null),
    deaths: written.deaths.default(null),
    injuries: written.injuries.default(null),
  })
  .meta({ id: 'NewAccidentCase' })

export const AccidentCaseChange = z
  .strictObject({ version: z.int().positive(), ...z.object(written).partial().shape })
  .meta({ id: 'AccidentCaseChange' })

export const AccidentCaseChanged = Problem.extend({ current: AccidentCase.optional() }).meta({
  id: 'AccidentCaseChanged',
})
