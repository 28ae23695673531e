import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import { applyEvent, transitionsFrom } from '../domain/hazard-lifecycle.ts'
import type { HazardPerson, NamedRectifier } from '../domain/hazard-parts.ts'
import type { HazardRole } from '../domain/hazard-roles.ts'
import type { HazardState } from '../domain/hazard-state.ts'
import { NotFoundError } from '../http/errors.ts'
import type { HazardAct } from './bodies.ts'
import { attachEvidence, requireEvidence, type SentEvidence } from './evidence.ts'
import { messagesAbout } from './messages.ts'
import { findHazard, stateOf, type HazardRecord } from './record.ts'
import { HazardGuardError, HazardRoleError, HazardStateError } from './refusals.ts'
import { writeStep } from './write-step.ts'

/** A step that is settled but for the rules of the closed loop: who takes it in which part, and what comes with it. */
export interface Step {
  readonly act: HazardAct
  readonly context: HazardEventContext
  readonly person: HazardPerson
  readonly role: HazardRole
  readonly responsible?: NamedRectifier | undefined
  /** What the record keeps besides the context. */
  readonly named?: Readonly<Record<string, string>>
  /** The approval that it carries out. */
  readonly signOffId?: string
  /** A step of several in one act: only the last of them is told. */
  readonly quiet?: boolean
}

/**
 * Takes a step of a hazard that is locked: writes it, attaches its files and tells whoever has to know.
 * @returns the hazard as it stands afterwards
 * @throws HazardStateError, HazardRoleError, HazardGuardError, HazardFieldError
 */
export async function carryOut(tx: Tx, before: HazardRecord, step: Step): Promise<HazardRecord> {
  const { act, context, person, role, responsible, named = {} } = step
  const { enterpriseId, id } = before
  const possible = transitionsFrom(before.status).map(({ event }) => event)
  const outcome = applyEvent(
    stateOf(before),
    act.type,
    { id: person.id, name: person.name, role },
    context,
  )
  if (!outcome.ok) {
    if (outcome.code === 'guard-fails') throw new HazardGuardError(outcome.guards)
    if (outcome.code === 'role-forbids') throw new HazardRoleError(act.type, outcome.roles)
    throw new HazardStateError(before, possible, before.lastSeq)
  }
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
    signOffId: step.signOffId ?? null,
    detail: { ...detailOf(context), ...named },
  })
  // The row is locked: nobody can have been faster, unless somebody writes past this code.
  if (!written) throw new HazardStateError(before, possible, before.lastSeq)
  await attachEvidence(tx, enterpriseId, id, before.lastSeq + 1, files)
  if (step.quiet !== true) await tell(tx, before, outcome.state, rectifier, step)
  const after = await findHazard(tx, enterpriseId, id)
  if (after === undefined) throw new NotFoundError('hazard')
  return after
}

async function tell(
  tx: Tx,
  before: HazardRecord,
  state: HazardState,
  rectifier: NamedRectifier | null,
  { act, context, person, role }: Step,
): Promise<void> {
  const { enterpriseId, id } = before
  await sendMessages(
    tx,
    {
      enterpriseId,
      subject: 'hazard',
      subjectId: id,
      at: context.at,
      params: {
        code: before.code,
        description: before.description.slice(0, 80),
        by: person.name,
        ...(state.deadline === null ? {} : { deadline: state.deadline }),
      },
    },
    messagesAbout({
      event: act.type,
      role,
      state,
      origin: before.origin,
      actorId: person.id,
      rectifierId: rectifier?.id ?? null,
      reportedBy: before.reportedBy,
      askedBy: z.uuid().nullable().catch(null).parse(before.extensionBy),
    }),
  )
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
