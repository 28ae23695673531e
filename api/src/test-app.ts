import { expect } from 'vitest'
import type { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import type { Audience, Scope } from './db/scope.ts'
import { plantedDatabase } from './db/test-database.ts'
import { PROBLEM_TYPE, Problem } from './http/problem.ts'
import type { Reader } from './http/scope.ts'
import { testDeps } from './test-deps.ts'

interface TestApp {
  readonly database: Database
  /** What was logged as unforeseen. */
  readonly failures: Error[]
  /** Answers as the server would, to everybody or to a scope. */
  get(path: string, init?: RequestInit & { scope?: Scope }): Promise<Response>
  /** The parsed body of an answer that must be 200. */
  read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    scope?: Scope,
  ): Promise<z.output<Schema>>
  /** The problem of an answer that must have a status. */
  refusal(path: string, status: number): Promise<Problem>
  /** Names of the fields that an answer of 400 complains about. */
  wrongFields(path: string): Promise<string[]>
}

/** Whom a scope given by a test stands for; with an office, somebody of the bureau. */
const ROLE_OF = {
  wide: 'leader',
  grid: 'grid',
  enterprise: 'enterprise',
  public: 'public',
  auditor: 'auditor',
  admin: 'admin',
  identity: 'public',
} as const satisfies Record<Audience, Reader['role']>

/** The API on a database of its own with the hand-made fixture, at NOW. Close the database afterwards. */
export async function testApp(): Promise<TestApp> {
  const database = await plantedDatabase()
  const deps = testDeps(database)
  const { failures } = deps
  let scope: Scope = { audience: 'wide' }
  const api = createApp(deps, () => ({
    role: scope.officeId === undefined ? ROLE_OF[scope.audience] : 'bureau',
    scope,
    barrier: null,
    sessionId: null,
  }))

  const app: TestApp = {
    database,
    failures,
    async get(path, { scope: asked, ...init } = {}) {
      scope = asked ?? { audience: 'wide' }
      return api.request(path, init)
    },
    async read(path, schema, asked) {
      const response = await app.get(path, asked === undefined ? {} : { scope: asked })
      expect(response.status, await response.clone().text()).toBe(200)
      return schema.parse(await response.json())
    },
    async refusal(path, status) {
      const response = await app.get(path)
      expect(response.status, path).toBe(status)
      expect(response.headers.get('content-type')).toBe(PROBLEM_TYPE)
      const problem = Problem.parse(await response.json())
      expect(problem.status).toBe(status)
      return problem
    },
    async wrongFields(path) {
      const { errors = [] } = await app.refusal(path, 400)
      return errors.map((error) => error.field)
    },
  }
  return app
}
