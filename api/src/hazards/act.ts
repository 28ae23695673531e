import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { partFor } from '../domain/hazard-actions.ts'
import { defaultDeadline } from '../domain/hazard-deadline.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import { applyEvent, transitionOf, transitionsFrom } from '../domain/hazard-lifecycle.ts'
import { hazardPartsOf, type HazardPerson, type NamedRectifier } from '../domain/hazard-parts.ts'
import type { HazardRole } from '../domain/hazard-roles.ts'
import { todayInChina } from '../domain/overdue.ts'
import { NotFoundError } from '../http/errors.ts'
import { NotSignedInError, OtherOfficeError } from '../http/refusals.ts'
import type { Reader } from '../http/scope.ts'
import { sendMessages } from '../db/messages.ts'
import type { HazardAct } from './bodies.ts'
import { attachEvidence, requireEvidence, type SentEvidence } from './evidence.ts'
import { messagesAbout } from './messages.ts'
import { hazardPerson } from './person.ts'
import { findHazard, presentHazard, stateOf, type HazardRecord } from './record.ts'
import {
  HazardFieldError,
  HazardGuardError,
  HazardRoleError,
  HazardStateError,
} from './refusals.ts'
import { responsiblePeople } from './responsible.ts'
import type { Hazard } from './schema.ts'
import { writeStep } from './write-step.ts'

/**
 * Takes one step of the closed loop on behalf of a reader, exactly once for one `clientId`.
 * @returns the hazard as it stands afterwards
 * @throws NotFoundError, OtherOfficeError, HazardStateError, HazardRoleError, HazardGuardError, HazardFieldError
 */
export async function actOnHazard(
  database: Database,
  reader: Reader,
  enterpriseId: string,
  id: string,
  act: HazardAct,
  at: Date,
): Promise<Hazard> {
  const person = hazardPerson(reader)
  if (person === undefined) throw new NotSignedInError()
  const responsible = await nameResponsible(database, reader, enterpriseId, act, at)
  const record = await database.scoped(reader.scope, (tx) =>
    takeStep(tx, { enterpriseId, id, act, person, responsible, at }),
  )
  return presentHazard(record, person, at)
}

interface Step {
  readonly enterpriseId: string
  readonly id: string
  readonly act: HazardAct
  readonly person: HazardPerson
  readonly responsible: NamedRectifier | undefined
  readonly at: Date
}

async function takeStep(
  tx: Tx,
  { enterpriseId, id, act, person, responsible, at }: Step,
): Promise<HazardRecord> {
  const before = await lockHazard(tx, enterpriseId, id)
  if (act.clientId !== undefined && (await isDone(tx, enterpriseId, id, act.clientId)))
    return before
  const possible = transitionsFrom(before.status).map(({ event }) => event)
  if (act.afterSeq !== undefined && act.afterSeq !== before.lastSeq)
    throw new HazardStateError(before, possible, act.afterSeq)
  const transition = transitionOf(before.status, act.type)
  if (transition === undefined)
    throw new HazardStateError(before, possible, act.afterSeq ?? before.lastSeq)

  const context = contextOf(act, {
    at,
    responsible,
    mergedInto: await codeOfTarget(tx, before, act),
    deadline: deadlineOf(act, before, at),
  })
  const state = stateOf(before)
  const role = partFor(transition, state, person, hazardPartsOf(person, before.rectifier), context)
  if (role === undefined) throw new HazardRoleError(act.type, transition.roles)
  const outcome = applyEvent(state, act.type, { id: person.id, name: person.name, role }, context)
  if (!outcome.ok)
    throw outcome.code === 'guard-fails'
      ? new HazardGuardError(outcome.guards)
      : new HazardStateError(before, possible, before.lastSeq)

  const files = filesOf(act)
  await requireEvidence(tx, enterpriseId, files)
  const rectifier = rectifierAfter(outcome.state.rectifier, person, responsible) ?? before.rectifier
  const written = await writeStep(tx, {
    before,
    after: outcome.state,
    rectifier,
    act,
    context,
    person,
    role,
    detail: { ...detailOf(context), ...namesOf(role, before, person, responsible) },
  })
  // The row is locked: nobody can have been faster, unless somebody writes past this code.
  if (!written) throw new HazardStateError(before, possible, before.lastSeq)
  await attachEvidence(tx, enterpriseId, id, before.lastSeq + 1, files)
  await sendMessages(
    tx,
    {
      enterpriseId,
      subject: 'hazard',
      subjectId: id,
      at,
      params: {
        code: before.code,
        description: before.description.slice(0, 80),
        by: person.name,
        ...(outcome.state.deadline === null ? {} : { deadline: outcome.state.deadline }),
      },
    },
    messagesAbout({
      event: act.type,
      role,
      state: outcome.state,
      origin: before.origin,
      actorId: person.id,
      rectifierId: rectifier?.id ?? null,
      reportedBy: before.reportedBy,
      askedBy: z.uuid().nullable().catch(null).parse(before.extensionBy),
    }),
  )
  const after = await findHazard(tx, enterpriseId, id)
  if (after === undefined) throw new NotFoundError('hazard')
  return after
}

/** Reads a hazard and keeps others from acting on it until the transaction ends. */
async function lockHazard(tx: Tx, enterpriseId: string, id: string): Promise<HazardRecord> {
  const locked = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${id} FOR UPDATE`,
  )
  const record = await findHazard(tx, enterpriseId, id)
  if (record === undefined) throw new NotFoundError('hazard')
  // Seen, but not to be changed: only officers of the bureau see more than they answer for.
  if (locked === undefined) throw new OtherOfficeError()
  return record
}

async function isDone(
  tx: Tx,
  enterpriseId: string,
  id: string,
  clientId: string,
): Promise<boolean> {
  return (
    (await queryRow(
      tx,
      z.unknown(),
      sql`SELECT 1 FROM hazard_events WHERE enterprise_id = ${enterpriseId} AND hazard_id = ${id} AND client_id = ${clientId}`,
    )) !== undefined
  )
}

/** Who is to rectify, by the id or the name that was sent. */
async function nameResponsible(
  database: Database,
  { scope }: Reader,
  enterpriseId: string,
  { responsibleId, responsibleName }: HazardAct,
  at: Date,
): Promise<NamedRectifier | undefined> {
  if (responsibleId === undefined)
    return responsibleName === undefined || responsibleName === ''
      ? undefined
      : { id: null, name: responsibleName }
  const people = await responsiblePeople(database, scope, enterpriseId, todayInChina(at))
  if (people === undefined) throw new NotFoundError('hazard')
  const found = people.find(({ id }) => id === responsibleId.toLowerCase())
  if (found === undefined)
    throw new HazardFieldError('responsibleId', {
      zh: '该企业没有此人，或其任职已结束',
      en: 'The enterprise has no such person today',
    })
  return found
}

const Target = z.object({ code: z.string() })

async function codeOfTarget(
  tx: Tx,
  { enterpriseId, id }: HazardRecord,
  { type, mergedInto }: HazardAct,
): Promise<string | undefined> {
  if (type !== 'merge' || mergedInto === undefined) return undefined
  const target = await queryRow(
    tx,
    Target,
    sql`
    SELECT code FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${mergedInto} AND id <> ${id} AND status <> 'void'`,
  )
  if (target === undefined)
    throw new HazardFieldError('mergedInto', {
      zh: '该企业没有这条有效隐患',
      en: 'The enterprise has no such hazard that is not void',
    })
  return target.code
}

function deadlineOf(
  { type, deadline }: HazardAct,
  { grade }: HazardRecord,
  at: Date,
): string | undefined {
  return deadline ?? (type === 'notify' ? defaultDeadline(grade, at) : undefined)
}

interface Resolved {
  readonly at: Date
  readonly responsible: NamedRectifier | undefined
  readonly mergedInto: string | undefined
  readonly deadline: string | undefined
}

/** What came with the act, as the guards look at it; what is undefined is left out. */
function contextOf(
  act: HazardAct,
  { at, responsible, mergedInto, deadline }: Resolved,
): HazardEventContext {
  const {
    type: _type,
    afterSeq: _after,
    clientId: _client,
    responsibleId: _id,
    responsibleName: _name,
    mergedInto: _target,
    deadline: _deadline,
    plan,
    ...rest
  } = act
  const given = {
    ...rest,
    mergedInto,
    deadline,
    responsible: responsible === undefined ? undefined : (responsible.id ?? responsible.name),
    plan: plan === undefined ? undefined : present(plan),
  }
  return { at, ...present(given) }
}

/** Names beside ids, and whose step was taken down by somebody else. */
function namesOf(
  role: HazardRole,
  { rectifier }: HazardRecord,
  person: HazardPerson,
  responsible: NamedRectifier | undefined,
): Record<string, string> {
  const proxy =
    role === 'rectifier' &&
    rectifier !== null &&
    rectifier.id === null &&
    rectifier.name !== person.name
  return {
    ...(responsible === undefined ? {} : { responsibleName: responsible.name }),
    ...(proxy ? { onBehalfOf: rectifier.name } : {}),
  }
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function present<T extends object>(given: T): Present<T> {
  const result: Present<T> = {}
  for (const key in given) {
    const value = given[key]
    if (value !== undefined && value !== '') Object.assign(result, { [key]: value })
  }
  return result
}

function detailOf({
  at: _at,
  opinion: _opinion,
  ...detail
}: HazardEventContext): Omit<HazardEventContext, 'at' | 'opinion'> {
  return detail
}

function rectifierAfter(
  rectifier: string | null,
  person: HazardPerson,
  responsible: NamedRectifier | undefined,
): NamedRectifier | undefined {
  if (responsible !== undefined && rectifier === (responsible.id ?? responsible.name))
    return { id: responsible.id, name: responsible.name }
  return rectifier === person.id ? { id: person.id, name: person.name } : undefined
}

function filesOf({
  evidence = [],
  photosBefore = [],
  photosAfter = [],
}: HazardAct): SentEvidence[] {
  return [
    { part: 'evidence', field: 'evidence', ids: evidence },
    { part: 'before', field: 'photosBefore', ids: photosBefore },
    { part: 'after', field: 'photosAfter', ids: photosAfter },
  ]
}
