import { z } from 'zod'
import { allow } from '../http/allow.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND, PROBLEM_TYPE, Problem, REFUSED } from '../http/problem.ts'
import { param, uuidParam } from '../http/query-params.ts'
import { RiskPoint, RiskPointChanged } from './schema.ts'

/** Who keeps risk points: the enterprise itself and the office that answers for it. */
export const KEEPERS = allow('bureau', 'enterprise')

/** Whatever is written of a point, the answer is the whole point as it now stands. */
export const POINT_CHANGED = { 200: jsonAnswer('The risk point as it now stands', RiskPoint) }
export const POINT_ADDED = {
  201: jsonAnswer('Written; the risk point as it now stands', RiskPoint),
}

/** What every write may be refused with. */
export const REFUSALS = {
  ...BAD_REQUEST,
  ...REFUSED,
  ...NOT_FOUND,
  409: {
    description:
      'Somebody was faster, and `current` is what stands now; or what is there forbids it',
    content: { [PROBLEM_TYPE]: { schema: RiskPointChanged } },
  },
  422: {
    description: 'A rule forbids it; `errors` names the fields',
    content: { [PROBLEM_TYPE]: { schema: Problem } },
  },
}

export const OF_ENTERPRISE = z.object({ enterpriseId: uuidParam })
export const OF_POINT = OF_ENTERPRISE.extend({ id: uuidParam })
export const OF_SOURCE = OF_POINT.extend({ sourceId: uuidParam })

/** `?version=3`, where a request has no body to name it in. */
export const SEEN = z.strictObject({
  version: param(
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.int().positive()),
    'the version of the risk point that was seen',
  ),
})
