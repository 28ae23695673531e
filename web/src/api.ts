import type { AppType } from '@onemap/api/app'
import { hc } from 'hono/client'
import { z } from 'zod'

/** The typed client of the one API; the browser's own origin serves both. */
export const api = hc<AppType>(location.origin).api

const Problem = z.object({ title: z.string(), status: z.number(), detail: z.string().optional() })

/** The API refused, and said why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

interface Answer<Body> {
  readonly ok: boolean
  readonly status: number
  json(): Promise<Body>
}

/**
 * Awaits an answer and its body.
 * @throws ApiProblem with the server's own words when it refused
 */
export async function answerOf<Body>(request: Promise<Answer<Body>>): Promise<Body> {
  const response = await request
  if (response.ok) return response.json()
  const problem = Problem.safeParse(await response.json().catch(() => null))
  throw new ApiProblem(response.status, problem.success ? (problem.data.detail ?? problem.data.title) : `HTTP ${response.status}`)
}
