import type { InferResponseType } from 'hono/client'
import type { api } from '../api.ts'

/** Who is signed in. */
export type Me = InferResponseType<typeof api.me.$get, 200>
