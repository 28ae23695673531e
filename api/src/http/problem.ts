import { z } from 'zod'

/** RFC 9457 problem details. `errors` names each wrong field of the request. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          message: z.string(),
          expected: z.string().optional(),
        }),
      )
      .optional(),
    retryAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof Problem>

export const PROBLEM_TYPE = 'application/problem+json'

function problemResponse<Description extends string>(description: Description) {
  return { description, content: { [PROBLEM_TYPE]: { schema: Problem } } }
}

/** Response of a route whose parameters may be wrong. */
export const BAD_REQUEST = { 400: problemResponse('A parameter is wrong; `errors` names it') }

/** Response of a route that names one thing. */
export const NOT_FOUND = { 404: problemResponse('There is no such thing, or not for this reader') }

/** Responses of a route that not everybody may call. */
export const REFUSED = {
  401: problemResponse('Nobody is signed in'),
  403: problemResponse('Not for this role, or something has to be set right first'),
}

/** Response of a route that the present state may forbid. */
export const CONFLICT = { 409: problemResponse('What is there already forbids it') }

/** Responses of a route that takes a file. */
export const UNUSABLE_FILE = {
  413: problemResponse('The file is too large'),
  415: problemResponse('By its content the file is of no kind that is taken'),
  422: problemResponse('The file is damaged'),
}

/** Response of a route whose input the rules of the trade refuse. */
export const UNPROCESSABLE = {
  422: problemResponse('A rule of the trade forbids it; `errors` names what is missing or wrong'),
}

/** Response of a route that nobody may call too often. */
export const TOO_MANY_REQUESTS = { 429: problemResponse('Too often; `detail` says when again') }
