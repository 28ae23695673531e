import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import type { Scope } from './scope.ts'
import { CHECK_VIOLATION, keysFor, onStage, PERMISSION_DENIED, type Stage } from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, idOf, NOW, OFFICE } from './test-fixture-places.ts'

/* What waits for a leader is decided by a leader: whatever a program says, the database sees to it. */

const OFFICER: Scope = {
  audience: 'wide',
  officeId: OFFICE.safety,
  userId: idOf('1', 1),
  actor: { id: idOf('1', 1), name: '科长甲', role: 'bureau' },
}
const COLLEAGUE: Scope = {
  ...OFFICER,
  userId: idOf('1', 2),
  actor: { id: idOf('1', 2), name: '科员乙', role: 'bureau' },
}
const LEADER: Scope = {
  audience: 'wide',
  userId: idOf('1', 3),
  actor: { id: idOf('1', 3), name: '局长', role: 'leader' },
}
const ENTERPRISE: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) }
const REQUEST = idOf('5f', 1)
const HAZARD = idOf('9', 1)

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const propose = (scope: Scope, by = scope.userId ?? null) => sql`
  INSERT INTO sign_offs (id, enterprise_id, grid_id, office_id, subject, subject_id, act, reason, rule_version, approver, proposed_by, proposed_by_name, proposed_at)
  SELECT ${REQUEST}, e.id, e.grid_id, e.office_id, 'hazard', ${HAZARD}, 'stop-work', '理由', 1, 'bureau-leader', ${by}, '某人', ${NOW.toISOString()}::timestamptz
  FROM enterprises e WHERE e.id = ${enterpriseId(1)} RETURNING 'row' AS key`
const decide = (decision: string, by: Scope) => sql`
  UPDATE sign_offs SET decision = ${decision}, decided_by = ${by.userId ?? null}, decided_by_name = '某人', decided_at = now(), word = '意见'
  WHERE id = ${REQUEST} RETURNING 'row' AS key`
const change = sql`UPDATE hazards SET work_stop_by = work_stop_by WHERE id = ${HAZARD} RETURNING 'row' AS key`
const event = (signOff: string | null) => sql`
  INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, from_status, to_status, actor_id, actor_name, actor_role, occurred_at, sign_off_id)
  SELECT h.enterprise_id, h.id, 90, 'stop-work', h.status, h.status, ${LEADER.userId ?? null}, '局长', 'bureau-leader', now(), ${signOff}::uuid
  FROM hazards h WHERE h.id = ${HAZARD} RETURNING 'row' AS key`

/** A stage on which the officer has put something forward. */
const proposed = (work: (stage: Stage) => Promise<void>) =>
  onStage(database, async (stage) => {
    expect(await keysFor(stage, OFFICER, propose(OFFICER))).toEqual(['row'])
    await work(stage)
  })

describe('a request', () => {
  it('is put forward by an office about its own, in one’s own name', () =>
    onStage(database, async (stage) => {
      expect(await keysFor(stage, OFFICER, propose(OFFICER, COLLEAGUE.userId))).toBe(
        CHECK_VIOLATION,
      )
      const elsewhere = { ...OFFICER, officeId: OFFICE.energy }
      expect(await keysFor(stage, elsewhere, propose(elsewhere))).toBe(PERMISSION_DENIED)
      expect(await keysFor(stage, LEADER, propose(LEADER))).toBe(PERMISSION_DENIED)
      expect(await keysFor(stage, ENTERPRISE, propose(ENTERPRISE))).toBe(PERMISSION_DENIED)
    }))

  it.each(['approved', 'refused'] as const)('is %s by a leader alone', (decision) =>
    proposed(async (stage) => {
      expect(await keysFor(stage, COLLEAGUE, decide(decision, COLLEAGUE))).toEqual([])
      expect(await keysFor(stage, OFFICER, decide(decision, OFFICER))).toBe(CHECK_VIOLATION)
      expect(await keysFor(stage, ENTERPRISE, decide(decision, ENTERPRISE))).toBe(PERMISSION_DENIED)
      expect(await keysFor(stage, LEADER, decide(decision, OFFICER))).toBe(CHECK_VIOLATION)
      expect(await keysFor(stage, LEADER, decide(decision, LEADER))).toEqual(['row'])
      expect(await keysFor(stage, LEADER, decide('refused', LEADER))).toBe(CHECK_VIOLATION)
    }),
  )

  it('is taken back by whoever put it forward alone', () =>
    proposed(async (stage) => {
      expect(await keysFor(stage, COLLEAGUE, decide('withdrawn', COLLEAGUE))).toEqual([])
      expect(await keysFor(stage, LEADER, decide('withdrawn', LEADER))).toBe(CHECK_VIOLATION)
      expect(await keysFor(stage, OFFICER, decide('withdrawn', OFFICER))).toEqual(['row'])
    }))
})

describe('a leader', () => {
  it('changes a hazard only by what he has just approved', () =>
    proposed(async (stage) => {
      expect(await keysFor(stage, LEADER, change)).toEqual([])
      expect(await keysFor(stage, LEADER, event(REQUEST))).toBe(CHECK_VIOLATION)
      expect(await keysFor(stage, LEADER, decide('approved', LEADER))).toEqual(['row'])
      expect(await keysFor(stage, LEADER, change)).toEqual(['row'])
      expect(await keysFor(stage, LEADER, event(null))).toBe(CHECK_VIOLATION)
      expect(await keysFor(stage, LEADER, event(REQUEST))).toEqual(['row'])
    }))

  it('changes nothing by what he refused', () =>
    proposed(async (stage) => {
      expect(await keysFor(stage, LEADER, decide('refused', LEADER))).toEqual(['row'])
      expect(await keysFor(stage, LEADER, change)).toEqual([])
    }))
})

it('what the rule keeps for a leader is on record only with his approval', () =>
  onStage(database, async (stage) => {
    await stage.tx.execute(sql`UPDATE hazards SET grade = 'major' WHERE id = ${HAZARD}`)
    const close = sql`
      INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, from_status, to_status, actor_id, actor_name, actor_role, occurred_at)
      SELECT h.enterprise_id, h.id, 91, 'close', h.status, 'closed', ${OFFICER.userId ?? null}, '科长甲', 'office-head', now()
      FROM hazards h WHERE h.id = ${HAZARD} RETURNING 'row' AS key`
    expect(await keysFor(stage, OFFICER, close)).toBe(CHECK_VIOLATION)
    await stage.tx.execute(sql`UPDATE hazards SET grade = 'general' WHERE id = ${HAZARD}`)
    expect(await keysFor(stage, OFFICER, close)).toEqual(['row'])
  }))
