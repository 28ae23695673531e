import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import type { Scope } from './db/scope.ts'
import { plantedDatabase } from './db/test-database.ts'
import { enterpriseId, idOf, NOW, OFFICE } from './db/test-fixture-places.ts'
import type { Position } from './domain/position.ts'
import type { Role } from './domain/role.ts'
import { testDeps } from './test-deps.ts'

interface Inspector {
  send(method: string, path: string, body?: unknown): Promise<Response>
  get(path: string): Promise<Response>
  post(path: string, body?: unknown): Promise<Response>
}

interface Inspection {
  readonly database: Database
  /** Safety officer of enterprise 1. */
  readonly officer: Inspector
  /** Somebody of enterprise 3. */
  readonly stranger: Inspector
  /** Only rectifies, in enterprise 1. */
  readonly rectifier: Inspector
  readonly bureau: Inspector
  /** Sets the clock; nobody's session ends by it. */
  at(moment: string): void
}

const PEOPLE = {
  officer: {
    role: 'enterprise',
    position: 'safety-officer',
    scope: { audience: 'enterprise', enterpriseId: enterpriseId(1) },
  },
  stranger: {
    role: 'enterprise',
    position: 'principal',
    scope: { audience: 'enterprise', enterpriseId: enterpriseId(3) },
  },
  rectifier: {
    role: 'enterprise',
    position: 'rectifier',
    scope: { audience: 'enterprise', enterpriseId: enterpriseId(1) },
  },
  bureau: {
    role: 'bureau',
    position: 'officer',
    scope: { audience: 'wide', officeId: OFFICE.safety },
  },
} as const satisfies Record<string, { role: Role; position: Position; scope: Scope }>
const WHO = 'X-Who'

/** The API on a database of its own, with four people and a clock that can be set. */
export async function inspection(): Promise<Inspection> {
  const database = await plantedDatabase()
  let now = NOW
  const api = createApp({ ...testDeps(database), now: () => now }, (c) => {
    const { role, position, scope } =
      PEOPLE[
        Object.keys(PEOPLE)
          .filter((name): name is keyof typeof PEOPLE => name in PEOPLE)
          .find((name) => name === c.req.header(WHO)) ?? 'bureau'
      ]
    return {
      role,
      scope: { ...scope, userId: idOf('5', 1), actor: { id: idOf('5', 1), name: '企业甲', role } },
      position,
      barrier: null,
      sessionId: null,
    }
  })
  function inspector(name: keyof typeof PEOPLE): Inspector {
    const send: Inspector['send'] = async (method, path, body) =>
      api.request(path, {
        method,
        headers: {
          [WHO]: name,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    return {
      send,
      get: (path) => send('GET', path),
      post: (path, body = {}) => send('POST', path, body),
    }
  }
  return {
    database,
    officer: inspector('officer'),
    stranger: inspector('stranger'),
    rectifier: inspector('rectifier'),
    bureau: inspector('bureau'),
    at(moment) {
      now = new Date(moment)
    },
  }
}
