import type { z } from 'zod'

const jsonContent = <Schema extends z.ZodType>(schema: Schema) => ({
  'application/json': { schema },
})

/** A JSON body that must be there. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: jsonContent(schema),
})

/** A JSON answer. */
export const jsonAnswer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: jsonContent(schema),
})
