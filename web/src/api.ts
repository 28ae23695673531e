import type { AppType } from '@onemap/api/app'
import { DetailedError, hc } from 'hono/client'
import * as z from 'zod/mini'

/** The typed client of the one API; the browser's own origin serves both. Answers are read with Hono's `parseResponse`. */
export const { api } = hc<AppType>(location.origin)

const Problem = z.object({ title: z.string(), detail: z.optional(z.string()) })
const Refused = z.object({ data: Problem })

/** Why the server refused, in its own words; null if it did not answer at all. */
export function refusalOf(error: unknown): { readonly status: number; readonly message: string } | null {
  if (!(error instanceof DetailedError)) return null
  const refused = Refused.safeParse(error.detail)
  const message = refused.success ? (refused.data.data.detail ?? refused.data.data.title) : error.message
  return { status: Number(error.statusCode), message }
}
