import { createRoute } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { allow } from '../http/allow.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, REFUSED } from '../http/problem.ts'

/** Declares a POST below `/auth` that takes and gives JSON. */
export function authRoute<Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  path: Path,
  summary: string,
  allowance: ReturnType<typeof allow>,
  body: Body,
  answer: Answer,
) {
  return createRoute({
    method: 'post',
    path: `/auth${path}` as const,
    summary,
    ...allowance,
    request: { body: jsonBody(body) },
    responses: {
      200: jsonAnswer('Done; cookies are set as needed', answer),
      ...BAD_REQUEST,
      ...REFUSED,
    },
  })
}
