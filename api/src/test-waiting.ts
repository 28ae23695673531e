import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import { hashPassword } from './db/password-hash.ts'
import { appointments } from './db/schema/appointments.ts'
import { accounts, users } from './db/schema/identity.ts'
import { PASSWORD } from './db/test-fixture-accounts.ts'
import { idOf, NOW, OFFICE } from './db/test-fixture-places.ts'
import type { InboxKind } from './domain/inbox.ts'
import type { MessageKind } from './domain/message.ts'
import { emailOf } from './domain/username.ts'
import { Inbox } from './inbox/schema.ts'
import { createTaskMaker } from './inspections/task-maker.ts'
import { Message } from './messages/schema.ts'
import { tellOfPatrols } from './reminders/patrols.ts'
import { testDeps } from './test-deps.ts'
import { openLoop, type Actor, type Loop } from './test-loop.ts'
import { bodyOf, visit, type Visitor } from './test-visitor.ts'

/** An officer who is no head, for acts that need two people. */
const CLERK = idOf('c6', 1)
type Person = Actor | 'clerk'

export let loop: Loop
export let clerk: Visitor

/** Opens the API with everybody signed in, at NOW; nothing has been told to anybody yet. */
export async function openStage(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  loop = await openLoop()
  await loop.database.asOwner(async (tx) => {
    await tx.insert(users).values({
      id: CLERK,
      name: '科员甲',
      role: 'bureau',
      username: 'clerk',
      displayUsername: 'clerk',
      email: emailOf('clerk'),
    })
    await tx.insert(accounts).values({
      id: randomUUID(),
      userId: CLERK,
      accountId: CLERK,
      providerId: 'credential',
      password: await hashPassword(PASSWORD),
    })
    await tx.insert(appointments).values({
      id: randomUUID(),
      userId: CLERK,
      role: 'bureau',
      validFrom: '2026-01-01',
      position: 'officer',
      officeId: OFFICE.safety,
    })
    await tx.execute(sql`UPDATE enterprises SET activity = '生产' WHERE activity = ''`)
    await tx.execute(
      sql`TRUNCATE neighbour_notices, neighbour_notice_recipients, received_notices, neighbour_checks, neighbour_sweeps CASCADE`,
    )
    // What the fixture brings would crowd what a test looks for out of the first twenty.
    await tx.execute(sql`DELETE FROM messages`)
  })
  clerk = visit(createApp({ ...testDeps(loop.database), now: () => loop.clock.now }))
  expect((await clerk.signIn('clerk')).status).toBe(200)
}

export async function closeStage(): Promise<void> {
  vi.useRealTimers()
  await loop.database.close()
}

const visitorOf = async (person: Person): Promise<Visitor> =>
  person === 'clerk' ? clerk : loop.as(person)

/** What somebody finds in a group of the inbox, by id. */
export async function waiting(person: Person, kind: InboxKind): Promise<string[]> {
  const answer = await (await visitorOf(person)).get('/api/inbox?items=20')
  const group = (await bodyOf(answer, Inbox)).groups.find((one) => one.kind === kind)
  if (group === undefined) throw new Error(`${person} has no group ${kind}`)
  expect(group.count).toBeGreaterThanOrEqual(1)
  return [...group.hazards, ...group.orders, ...group.matters].map(({ id }) => id)
}

const Told = z.object({ items: z.array(Message) })
/** What the bell has told somebody. */
export async function told(person: Person): Promise<string[]> {
  const answer = await (await visitorOf(person)).get('/api/messages?limit=100')
  return (await bodyOf(answer, Told)).items.map(({ kind, subject }) => `${kind} ${subject.id}`)
}

export interface Wait {
  readonly who: Person
  readonly inbox: InboxKind
  readonly bell: MessageKind
  /** Of what the bell tells, where it is not what the inbox lists. */
  readonly about?: string
}

export interface State {
  readonly act: string
  readonly state: string
  readonly by: string
  /** Brings it about and returns its id. */
  readonly arrange: () => Promise<string>
  readonly waits: readonly Wait[]
}

/** Tasks and visits fall due by days: the weeks go by, and whoever is to come is told. */
export async function nextRound(): Promise<void> {
  loop.clock.now = new Date('2027-01-05T01:00:00Z')
  vi.setSystemTime(loop.clock.now)
  for (const who of ['ent01', 'grid01'] as const)
    expect((await (await loop.as(who)).signIn(who)).status).toBe(200)
  await createTaskMaker({
    database: loop.database,
    now: () => loop.clock.now,
    log: (_, error) => {
      throw error
    },
  }).seeTo()
  await tellOfPatrols(loop.database, loop.clock.now)
}
