import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { approvalRulesOn, type ApprovalVersion } from '../db/approval-rules.ts'
import type { Database, Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { ruleFor } from '../domain/approval-rule.ts'
import { partFor, takersOf } from '../domain/hazard-actions.ts'
import { transitionOf, transitionsFrom } from '../domain/hazard-lifecycle.ts'
import { hazardPartsOf, type HazardPerson, type NamedRectifier } from '../domain/hazard-parts.ts'
import { todayInChina } from '../domain/overdue.ts'
import { NotSignedInError, OtherOfficeError } from '../http/refusals.ts'
import { NotFoundError } from '../http/errors.ts'
import type { Reader } from '../http/scope.ts'
import { contextOf, nameResponsible, namesOf } from './act-context.ts'
import type { HazardAct } from './bodies.ts'
import { carryOut, type Step } from './carry-out.ts'
import { hazardPerson } from './person.ts'
import { isProposed, propose } from './propose.ts'
import { findHazard, stateOf, type HazardRecord } from './record.ts'
import { HazardRoleError, HazardStateError } from './refusals.ts'
import type { Hazard } from './schema.ts'
import { showHazard } from './show.ts'

/**
 * Takes one step of the closed loop on behalf of a reader, exactly once for one `clientId`; where the rule of the day
 * asks for somebody's approval, puts it before them instead.
 * @returns the hazard as it stands afterwards
 * @throws NotFoundError, OtherOfficeError, HazardStateError, HazardRoleError, HazardGuardError, HazardFieldError, SignOffPendingError
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
  return database.scoped(reader.scope, async (tx) => {
    const profile = await approvalRulesOn(tx, todayInChina(at))
    const taken = await takeStep(tx, { enterpriseId, id, act, person, responsible, profile, at })
    return showHazard(tx, reader, taken, profile, at)
  })
}

interface Wanted {
  readonly enterpriseId: string
  readonly id: string
  readonly act: HazardAct
  readonly person: HazardPerson
  readonly responsible: NamedRectifier | undefined
  readonly profile: ApprovalVersion
  readonly at: Date
}

async function takeStep(tx: Tx, wanted: Wanted): Promise<HazardRecord> {
  const { enterpriseId, id, act } = wanted
  const before = await lockHazard(tx, enterpriseId, id)
  if (act.clientId !== undefined && (await isDone(tx, wanted, act.clientId))) return before
  if (act.afterSeq !== undefined && act.afterSeq !== before.lastSeq)
    throw new HazardStateError(before, possibleFrom(before), act.afterSeq)
  const step = await settle(tx, before, wanted)
  const rule = ruleFor(wanted.profile, act.type, before.grade)
  if (rule?.approver != null) {
    await propose(tx, before, step, { ...rule, approver: rule.approver }, wanted.profile.version)
    return before
  }
  const after = await carryOut(tx, before, step)
  if (act.type !== 'pass' || act.thenClose !== true) return after
  const closing: Wanted = { ...wanted, act: { type: 'close' } }
  return carryOut(tx, after, await settle(tx, after, closing))
}

/** Who takes a step in which part, and what comes with it. */
async function settle(
  tx: Tx,
  before: HazardRecord,
  { act, person, responsible, profile, at }: Wanted,
): Promise<Step> {
  const transition = transitionOf(before.status, act.type)
  if (transition === undefined)
    throw new HazardStateError(before, possibleFrom(before), act.afterSeq ?? before.lastSeq)
  const context = await contextOf(tx, before, act, responsible, at)
  const state = stateOf(before)
  const parts = hazardPartsOf(person, before.rectifier)
  const role = partFor(transition, state, person, parts, context, profile)
  if (role === undefined)
    throw new HazardRoleError(act.type, takersOf(transition, before.grade, profile, context))
  return {
    act,
    context,
    person,
    role,
    responsible,
    named: namesOf(role, before, person, responsible),
  }
}

const possibleFrom = ({ status }: HazardRecord) => transitionsFrom(status).map(({ event }) => event)

/** Reads a hazard and keeps others from acting on it until the transaction ends. */
export async function lockHazard(tx: Tx, enterpriseId: string, id: string): Promise<HazardRecord> {
  const locked = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${id} FOR UPDATE`,
  )
  const record = await findHazard(tx, enterpriseId, id)
  if (record === undefined) throw new NotFoundError('hazard')
  // Seen, but not to be changed: only officers of the bureau see more than they answer for.
  if (locked === undefined) throw new OtherOfficeError(record.officeName)
  return record
}

async function isDone(
  tx: Tx,
  { enterpriseId, id, person }: Wanted,
  clientId: string,
): Promise<boolean> {
  const done = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM hazard_events WHERE enterprise_id = ${enterpriseId} AND hazard_id = ${id} AND client_id = ${clientId}`,
  )
  // Only the bureau's people propose, and only they see what was proposed.
  return done !== undefined || (person.role === 'bureau' && (await isProposed(tx, id, clientId)))
}
