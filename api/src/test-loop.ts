import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { plantedDatabase } from './db/test-database.ts'
import { PASSWORD, plantAccounts, type Username } from './db/test-fixture-accounts.ts'
import { enterpriseId, idOf, NOW, placeOf, pointAt } from './db/test-fixture-places.ts'
import { evidence } from './db/schema/evidence.ts'
import { accounts, users } from './db/schema/identity.ts'
import { appointments } from './db/schema/appointments.ts'
import { hashPassword } from './db/password-hash.ts'
import { emailOf } from './domain/username.ts'
import { testDeps } from './test-deps.ts'
import { visit, type Visitor } from './test-visitor.ts'
import type { HazardAct } from './hazards/bodies.ts'
import { Hazard } from './hazards/schema.ts'

/** People of enterprise 1 besides `ent01`, its safety officer: a rectifier and the principal. */
export const STAFF = { fixer: idOf('c5', 1), boss: idOf('c5', 2) } as const

export type Actor = Username | keyof typeof STAFF

/** The API with everybody signed in, and short ways to report a hazard and to act on it. */
export interface Loop {
  readonly database: Database
  /** Where the clock stands; tests may turn it. */
  readonly clock: { now: Date }
  as(actor: Actor): Promise<Visitor>
  report(actor: Actor, body?: Record<string, unknown>): Promise<Response>
  /** A new hazard of enterprise 1, reported by its safety officer unless told otherwise. */
  reported(actor?: Actor, body?: Record<string, unknown>): Promise<Hazard>
  act(
    actor: Actor,
    hazard: Pick<Hazard, 'id' | 'enterpriseId'>,
    body: Partial<HazardAct> & Record<string, unknown>,
  ): Promise<Response>
  /** Acts and must succeed. */
  does(
    actor: Actor,
    hazard: Pick<Hazard, 'id' | 'enterpriseId'>,
    body: Partial<HazardAct> & Record<string, unknown>,
  ): Promise<Hazard>
  read(actor: Actor, hazard: Pick<Hazard, 'id' | 'enterpriseId'>): Promise<Hazard>
  /** A leader decides what was put forward about a hazard last. */
  decides(
    hazard: Pick<Hazard, 'id' | 'enterpriseId'>,
    decision: 'approved' | 'refused',
    word?: string,
  ): Promise<Response>
  /** Proposes and has it approved: the hazard afterwards. */
  doesWithApproval(
    actor: Actor,
    hazard: Pick<Hazard, 'id' | 'enterpriseId'>,
    body: Partial<HazardAct> & Record<string, unknown>,
  ): Promise<Hazard>
  /** Puts the record of a photograph of an enterprise where uploads would. */
  photo(enterprise?: number): Promise<string>
}

export async function openLoop(): Promise<Loop> {
  const database = await plantedDatabase()
  await database.asOwner(async (tx) => {
    await plantAccounts(tx)
    const hash = await hashPassword(PASSWORD)
    for (const [username, id] of Object.entries(STAFF)) {
      const position = username === 'boss' ? ('principal' as const) : ('rectifier' as const)
      await tx.insert(users).values({
        id,
        name: username === 'boss' ? '负责人甲' : '整改人甲',
        role: 'enterprise',
        username,
        displayUsername: username,
        email: emailOf(username),
      })
      await tx.insert(accounts).values({
        id: randomUUID(),
        userId: id,
        accountId: id,
        providerId: 'credential',
        password: hash,
      })
      await tx.insert(appointments).values({
        id: randomUUID(),
        userId: id,
        role: 'enterprise',
        validFrom: '2026-01-01',
        position,
        enterpriseId: enterpriseId(1),
      })
    }
  })
  const clock = { now: NOW }
  const api = createApp({ ...testDeps(database), now: () => clock.now })
  const visitors = new Map<Actor, Visitor>()

  async function as(actor: Actor): Promise<Visitor> {
    const known = visitors.get(actor)
    if (known) return known
    const visitor = visit(api)
    expect((await visitor.signIn(actor)).status, actor).toBe(200)
    visitors.set(actor, visitor)
    return visitor
  }

  async function photo(enterprise = 1): Promise<string> {
    const id = randomUUID()
    await database.asOwner(async (tx) => {
      await tx.insert(evidence).values({
        ...placeOf(enterprise),
        id,
        sha256: 'a'.repeat(64),
        sourceSha256: 'a'.repeat(64),
        mime: 'image/jpeg',
        kind: 'photo',
        bytes: 9,
        width: 4,
        height: 3,
        name: '现场.jpg',
        uploadedBy: STAFF.fixer,
        uploadedByName: '整改人甲',
        uploadedAt: NOW,
      })
    })
    return id
  }

  const loop: Loop = {
    database,
    clock,
    as,
    photo,
    async report(actor, body = {}) {
      const { enterpriseId: of = enterpriseId(1) } = body
      const number = Number(String(of).slice(-4))
      return (await as(actor)).post('/api/hazards', {
        enterpriseId: of,
        description: '护栏缺失',
        locationText: '制浆车间二层',
        location: pointAt(5, 5),
        evidence: [await photo(number)],
        ...body,
      })
    },
    async reported(actor = 'ent01', body = {}) {
      const response = await loop.report(actor, body)
      expect(response.status, await response.clone().text()).toBe(201)
      return Hazard.parse(await response.json())
    },
    async act(actor, hazard, body) {
      return (await as(actor)).post(
        `/api/enterprises/${hazard.enterpriseId}/hazards/${hazard.id}/events`,
        body,
      )
    },
    async does(actor, hazard, body) {
      const response = await loop.act(actor, hazard, body)
      expect([
        actor,
        body.type,
        response.status,
        response.status === 200 ? '' : await response.clone().text(),
      ]).toEqual([actor, body.type, 200, ''])
      return Hazard.strict().parse(await response.json())
    },
    async decides(hazard, decision, word) {
      const pending = (await loop.read('leader', hazard)).signOffs.find(
        ({ state }) => state === 'pending',
      )
      return (await as('leader')).post(`/api/sign-offs/${pending?.id ?? ''}/decisions`, {
        decision,
        ...(word === undefined ? {} : { word }),
      })
    },
    async doesWithApproval(actor, hazard, body) {
      await loop.does(actor, hazard, { reason: '提请', ...body })
      const decided = await loop.decides(hazard, 'approved')
      expect([body.type, decided.status, await decided.clone().text()]).toEqual([
        body.type,
        200,
        expect.any(String),
      ])
      return loop.read(actor, hazard)
    },
    async read(actor, hazard) {
      const response = await (
        await as(actor)
      ).get(`/api/enterprises/${hazard.enterpriseId}/hazards/${hazard.id}`)
      expect(response.status).toBe(200)
      return Hazard.strict().parse(await response.json())
    },
  }
  return loop
}

/** The members of a refusal that the closed loop adds. */
export const Refusal = z.looseObject({
  type: z.string(),
  status: z.number(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  hazardStatus: z.string().optional(),
  lastSeq: z.number().optional(),
  possible: z.array(z.string()).optional(),
  since: z
    .array(z.looseObject({ seq: z.number(), type: z.string(), actorName: z.string() }))
    .optional(),
  guards: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
})

export const PLAN = {
  responsibility: '主要负责人',
  measures: '加装护栏',
  funds: '2万元',
  timeLimit: '月底',
  contingency: '停用',
}
