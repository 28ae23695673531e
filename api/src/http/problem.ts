import { z } from 'zod'

/** RFC 9457 problem details. `errors` names each wrong field of the request. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({
    field: z.string(),
    message: z.string(),
    expected: z.string().optional(),
  })).optional(),
}).meta({ id: 'Problem' })

export type Problem = z.infer<typeof Problem>

export const PROBLEM_TYPE = 'application/problem+json'

function problemResponse<Description extends string>(description: Description) {
  return { description, content: { [PROBLEM_TYPE]: { schema: Problem } } }
}

/** Response of a route whose parameters may be wrong. */
export const BAD_REQUEST = { 400: problemResponse('A parameter is wrong; `errors` names it') }

/** Response of a route that names one thing. */
export const NOT_FOUND = { 404: problemResponse('There is no such thing, or not for this reader') }
