import { z } from 'zod'
import { DIRECT_CRITERION_CODES } from '../../domain/direct-criteria.ts'
import { RISK_LEVEL_ORDER } from '../../domain/risk-level.ts'

const Label = z.object({ zh: z.string(), en: z.string() })
const Value = z.object({ value: z.number(), label: Label })
const level = z.literal(RISK_LEVEL_ORDER)

const profile = {
  id: z.string(),
  version: z.int(),
  validFrom: z.iso.date(),
  thresholds: z
    .array(z.union([z.object({ level, above: z.string() }), z.object({ level, from: z.string() })]))
    .meta({ description: 'From the most dangerous down; what reaches none is level 4' }),
}

/** What the assessment wizard shows: every table with its words. */
export const Profiles = z
  .object({
    lec: z.array(z.object({ ...profile, l: z.array(Value), e: z.array(Value), c: z.array(Value) })),
    ls: z.array(
      z.object({
        ...profile,
        l: z.array(Value),
        s: z.array(Value.extend({ aspects: z.record(z.string(), Label) })),
      }),
    ),
    defaults: z.object({ LEC: z.string(), LS: z.string() }),
    directCriteria: z.array(z.object({ code: z.enum(DIRECT_CRITERION_CODES), label: Label })),
  })
  .meta({ id: 'AssessmentProfiles' })
