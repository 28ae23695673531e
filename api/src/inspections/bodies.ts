import { z } from 'zod'
import { uuidParam } from '../http/query-params.ts'

export const OF_ENTERPRISE = z.object({ enterpriseId: uuidParam })
export const ONE_OF_ENTERPRISE = z.object({ enterpriseId: uuidParam, id: uuidParam })
