import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import type { HazardPerson, NamedRectifier } from '../domain/hazard-parts.ts'
import type { HazardRole } from '../domain/hazard-roles.ts'
import type { HazardState } from '../domain/hazard-state.ts'
import type { HazardAct } from './bodies.ts'
import { stateOf, type HazardRecord } from './record.ts'

interface WrittenStep {
  readonly before: HazardRecord
  readonly after: HazardState
  readonly rectifier: NamedRectifier | null
  readonly act: HazardAct
  readonly context: HazardEventContext
  readonly person: HazardPerson
  readonly role: HazardRole
  /** The approval that it carries out; null for what needs none. */
  readonly signOffId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

type Value = string | number | boolean | Date | null

/** Where each part of the state is stored. `extensionBy` stands in the event alone. */
const STORED: Readonly<
  Partial<Record<keyof HazardState, { readonly column: string; readonly type: string }>>
> = {
  status: { column: 'status', type: 'text' },
  grade: { column: 'grade', type: 'text' },
  treatment: { column: 'treatment', type: 'text' },
  deadline: { column: 'deadline', type: 'date' },
  round: { column: 'round', type: 'integer' },
  acceptedAt: { column: 'accepted_at', type: 'timestamptz' },
  closedAt: { column: 'closed_at', type: 'timestamptz' },
  criteria: { column: 'criteria', type: 'text' },
  cost: { column: 'cost', type: 'numeric' },
  extension: { column: 'extension', type: 'text' },
  extensionDeadline: { column: 'extension_deadline', type: 'date' },
  supervision: { column: 'supervision', type: 'text' },
  supervisionLevel: { column: 'supervision_level', type: 'text' },
  workStopBy: { column: 'work_stop_by', type: 'text' },
}

/**
 * Writes a step: the hazard's new state, naming only columns that change, and the event.
 * @returns false where another event is on record by now; nothing is written then
 */
export async function writeStep(
  tx: Tx,
  { before, after, rectifier, act, context, person, role, signOffId, detail }: WrittenStep,
): Promise<boolean> {
  const seq = before.lastSeq + 1
  const changes: SQL[] = [
    assign('last_seq', seq, 'integer'),
    ...stateChanges(stateOf(before), after),
  ]
  if (
    rectifier !== null &&
    (rectifier.id !== before.rectifier?.id || rectifier.name !== before.rectifier.name)
  ) {
    changes.push(
      assign('rectifier_id', rectifier.id, 'uuid'),
      assign('rectifier_name', rectifier.name, 'text'),
    )
  }
  if (act.type === 'merge' && act.mergedInto !== undefined)
    changes.push(assign('merged_into', act.mergedInto, 'uuid'))
  const updated = await queryRow(
    tx,
    z.unknown(),
    sql`
    UPDATE hazards SET ${sql.join(changes, sql`, `)}
    WHERE enterprise_id = ${before.enterpriseId} AND id = ${before.id} AND last_seq = ${before.lastSeq}
    RETURNING 1`,
  )
  if (updated === undefined) return false
  await tx.execute(sql`
    INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, from_status, to_status, actor_id, actor_name, actor_role, occurred_at, opinion, detail, client_id, sign_off_id)
    VALUES (${before.enterpriseId}, ${before.id}, ${seq}, ${act.type}, ${before.status}, ${after.status}, ${person.id}, ${person.name}, ${role},
            ${context.at.toISOString()}::timestamptz, ${context.opinion ?? null}, ${JSON.stringify(detail)}::jsonb, ${act.clientId ?? null}, ${signOffId})`)
  return true
}

function* stateChanges(before: HazardState, after: HazardState): Generator<SQL> {
  for (const key of Object.keys(STORED).filter(
    (name): name is keyof HazardState => name in STORED,
  )) {
    const stored = STORED[key]
    if (stored === undefined || same(before[key], after[key])) continue
    yield assign(stored.column, after[key], stored.type)
    if (key === 'workStopBy') yield assign('work_stop', after.workStopBy !== null, 'boolean')
  }
}

function same(before: Value, after: Value): boolean {
  return before instanceof Date && after instanceof Date
    ? before.getTime() === after.getTime()
    : before === after
}

function assign(column: string, value: Value, type: string): SQL {
  return sql`${sql.identifier(column)} = ${value instanceof Date ? value.toISOString() : value}::${sql.raw(type)}`
}
