import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { evidence } from './db/schema/evidence.ts'
import { plantedDatabase } from './db/test-database.ts'
import { ACCOUNTS, plantAccounts, userIdOf, type Username } from './db/test-fixture-accounts.ts'
import { ENTERPRISES, NOW, placeOf, pointAt } from './db/test-fixture-places.ts'
import { patrolTemplate } from './domain/patrol-templates.ts'
import { testDeps } from './test-deps.ts'
import { createPatrolCodes } from './patrols/code.ts'

interface Patrolling {
  readonly database: Database
  readonly codes: ReturnType<typeof createPatrolCodes>
  readonly failures: Error[]
  /** Sets the clock; nobody's session ends by it. */
  at(moment: string): void
  send(
    who: Username,
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  get(who: Username, path: string): Promise<Response>
  /** Sends a visit to an enterprise. */
  report(who: Username, enterprise: number, body: unknown): Promise<Response>
  /** Puts the record of a photograph of an enterprise where uploads would. */
  photo(enterprise: number): Promise<string>
}

const WHO = 'X-Who'
const audienceOf = {
  grid: 'grid',
  enterprise: 'enterprise',
  leader: 'wide',
  bureau: 'wide',
  admin: 'admin',
  auditor: 'auditor',
} as const

/** The API on a database of its own; every enterprise has been there since 2024, and nobody went there yet. */
export async function patrolling(): Promise<Patrolling> {
  const database = await plantedDatabase()
  await database.asOwner(async (tx) => {
    await plantAccounts(tx)
    await tx.execute(sql`DELETE FROM patrol_visits`)
    await tx.execute(sql`DELETE FROM enterprise_past_levels`)
    await tx.execute(sql`UPDATE enterprises SET created_at = '2024-03-01T00:00:00+08:00'`)
  })
  let now = NOW
  const deps = testDeps(database)
  const api = createApp({ ...deps, now: () => now }, (c) => {
    const username =
      Object.keys(ACCOUNTS)
        .filter((name): name is Username => name in ACCOUNTS)
        .find((name) => name === c.req.header(WHO)) ?? 'leader'
    const account: {
      role: keyof typeof audienceOf
      name: string
      officeId?: string
      gridId?: string
      enterpriseId?: string
    } = ACCOUNTS[username]
    const { role, name, officeId, gridId, enterpriseId } = account
    const userId = userIdOf(username)
    return {
      role,
      barrier: null,
      sessionId: null,
      scope: {
        audience: audienceOf[role],
        userId,
        actor: { id: userId, name, role },
        ...(officeId === undefined ? {} : { officeId }),
        ...(enterpriseId === undefined ? {} : { enterpriseId }),
        ...(gridId === undefined ? {} : { gridIds: [gridId] }),
      },
    }
  })
  const send: Patrolling['send'] = async (who, method, path, body, headers = {}) =>
    api.request(path, {
      method,
      headers: {
        [WHO]: who,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    database,
    send,
    failures: deps.failures,
    codes: createPatrolCodes(deps.authSecret),
    at(moment) {
      now = new Date(moment)
    },
    get: (who, path) => send(who, 'GET', path),
    report: (who, enterprise, body) =>
      send(who, 'POST', `/api/enterprises/${placeOf(enterprise).enterpriseId}/patrol-visits`, body),
    async photo(enterprise) {
      const id = randomUUID()
      await database.asOwner(async (tx) => {
        await tx.insert(evidence).values({
          ...placeOf(enterprise),
          id,
          sha256: 'c'.repeat(64),
          sourceSha256: 'c'.repeat(64),
          mime: 'image/jpeg',
          kind: 'photo',
          bytes: 9,
          width: 4,
          height: 3,
          name: '现场.jpg',
          uploadedBy: userIdOf('grid01'),
          uploadedByName: '网格甲',
          uploadedAt: NOW,
        })
      })
      return id
    },
  }
}

/** A sound visit of ten minutes to an enterprise of the fixture, from a spot so many metres east of it. */
export function soundVisit(enterprise: number, finishedAt: string, east = 30) {
  const { at } = placeOf(enterprise)
  const kind = ENTERPRISES[enterprise - 1]?.kind ?? 'general'
  return {
    id: randomUUID(),
    startedAt: new Date(Date.parse(finishedAt) - 10 * 60_000).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    checkIn: 'gps',
    location: pointAt(at[0] + east, at[1]),
    accuracy: 12,
    templateVersion: 1,
    answers: (patrolTemplate(kind, 1)?.items ?? []).map(({ key }) => ({ item: key, result: 'ok' })),
    result: 'normal',
    signature: 'M10 20 L30 40 Q50 60 70 80',
    signedBy: '王五',
  }
}
