import type { InferResponseType } from 'hono/client'
import type { api } from '../api.ts'

/** All that a grid's telephone needs to patrol. */
export type MyPatrols = InferResponseType<typeof api.patrols.mine.$get, 200>
