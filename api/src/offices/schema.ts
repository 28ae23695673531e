import { z } from 'zod'

/** 科室 of the bureau. */
export const Office = z
  .object({ id: z.uuid(), code: z.string(), name: z.string(), phone: z.string() })
  .meta({ id: 'Office' })
