import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { defaultDeadline } from '../domain/hazard-deadline.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import type { HazardPerson, NamedRectifier } from '../domain/hazard-parts.ts'
import type { HazardRole } from '../domain/hazard-roles.ts'
import { todayInChina } from '../domain/overdue.ts'
import { NotFoundError } from '../http/errors.ts'
import type { Reader } from '../http/scope.ts'
import type { HazardAct } from './bodies.ts'
import type { HazardRecord } from './record.ts'
import { HazardFieldError } from './refusals.ts'
import { responsiblePeople } from './responsible.ts'

/** Who is to rectify, by the id or the name that was sent. */
export async function nameResponsible(
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

/** What comes with an act, as the guards look at it; what is undefined is left out. */
export async function contextOf(
  tx: Tx,
  before: HazardRecord,
  act: HazardAct,
  responsible: NamedRectifier | undefined,
  at: Date,
): Promise<HazardEventContext> {
  const {
    type: _type,
    afterSeq: _after,
    clientId: _client,
    thenClose: _close,
    responsibleId: _id,
    responsibleName: _name,
    mergedInto: _target,
    deadline: _deadline,
    plan,
    ...rest
  } = act
  const given = {
    ...rest,
    mergedInto: await codeOfTarget(tx, before, act),
    deadline: deadlineOf(act, before, at),
    responsible: responsible === undefined ? undefined : (responsible.id ?? responsible.name),
    plan: plan === undefined ? undefined : present(plan),
  }
  return { at, ...present(given) }
}

/** Names beside ids, and whose step was taken down by somebody else. */
export function namesOf(
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

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function present<T extends object>(given: T): Present<T> {
  const result: Present<T> = {}
  for (const key in given) {
    const value = given[key]
    if (value !== undefined && value !== '') Object.assign(result, { [key]: value })
  }
  return result
}
