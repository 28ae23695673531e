import { z } from 'zod'
import { uuidParam } from '../http/query-params.ts'

/** A JSON body that must be there. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: { 'application/json': { schema } } })
/** A JSON answer. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
export const OF_ENTERPRISE = z.object({ enterpriseId: uuidParam })
export const ONE_OF_ENTERPRISE = z.object({ enterpriseId: uuidParam, id: uuidParam })
