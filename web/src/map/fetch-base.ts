import { parseResponse } from 'hono/client'
import { api } from '../api.ts'

/** What lies under the data, as the server has it. */
export async function fetchBase() {
  const [base, grids] = await Promise.all([
    parseResponse(api['base-map'].$get()),
    parseResponse(api.grids.$get()),
  ])
  return { ...base, grids }
}
