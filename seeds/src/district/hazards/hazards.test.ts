import { dayAfter } from '@onemap/api/domain/calendar'
import { describe, expect, it } from 'vitest'
import { HAZARD_STATUS_CODES } from '@onemap/api/domain/hazard'
import { PLAN_ELEMENT_CODES } from '@onemap/api/domain/hazard-event'
import { applyEvent } from '@onemap/api/domain/hazard-lifecycle'
import type { HazardState } from '@onemap/api/domain/hazard-state'
import { isOverdue, todayInChina } from '@onemap/api/domain/overdue'
import { chinaTime } from '../calendar.ts'
import { AS_OF, inventRecords } from '../test-district.ts'

const records = inventRecords()
const hazards = records.flatMap((record) => record.hazards)
const events = records.flatMap((record) => record.hazardEvents)
const eventsOf = new Map(
  hazards.map(({ id }) => [id, events.filter(({ hazardId }) => hazardId === id)]),
)

describe('histories', () => {
  it('replay through the closed loop to the state on record', () => {
    for (const hazard of hazards) {
      let state: HazardState | null = null
      for (const [index, event] of (eventsOf.get(hazard.id) ?? []).entries()) {
        expect(event.seq).toBe(index + 1)
        expect(event.fromStatus).toBe(state?.status ?? null)
        const outcome = applyEvent(
          state,
          event.type,
          { id: event.actorName, role: event.actorRole },
          {
            ...event.detail,
            at: event.occurredAt,
            ...(event.opinion === null ? {} : { opinion: event.opinion }),
          },
        )
        if (!outcome.ok) throw new Error(`${hazard.code} ${event.type}: ${JSON.stringify(outcome)}`)
        expect(event.toStatus).toBe(outcome.state.status)
        state = outcome.state
      }
      const {
        status,
        grade,
        treatment,
        deadline,
        round,
        acceptedAt,
        closedAt,
        criteria,
        cost,
        rectifier,
        extension,
        extensionDeadline,
        supervision,
        supervisionLevel,
        workStopBy,
      } = hazard
      expect(state).toMatchObject({
        status,
        grade,
        treatment,
        deadline,
        round,
        acceptedAt,
        closedAt,
        criteria,
        cost,
        rectifier,
        extension,
        extensionDeadline,
        supervision,
        supervisionLevel,
        workStopBy,
      })
      expect(hazard.lastSeq).toBe(eventsOf.get(hazard.id)?.length)
    }
  })

  it('merge into a hazard of the same enterprise that is none of the void ones', () => {
    for (const record of records) {
      for (const { id, mergedInto, status } of record.hazards.filter(
        (hazard) => hazard.mergedInto !== null,
      )) {
        expect(status).toBe('void')
        const target = record.hazards.find((hazard) => hazard.id === mergedInto)
        expect(target?.status).not.toBe('void')
        const merge = record.hazardEvents.find(
          ({ hazardId, type }) => hazardId === id && type === 'merge',
        )
        expect(merge?.detail.mergedInto).toBe(target?.code)
      }
    }
  })

  it('go forward in working hours and end before the day they are seen from', () => {
    for (const steps of eventsOf.values()) {
      for (const [index, { occurredAt }] of steps.entries()) {
        const before = steps[index - 1]?.occurredAt
        expect(before === undefined || before < occurredAt).toBe(true)
        const clock = chinaTime(occurredAt).slice(11, 16)
        expect(clock >= '08:00' && clock <= '17:30').toBe(true)
        expect(todayInChina(occurredAt) < AS_OF).toBe(true)
        expect(todayInChina(occurredAt) >= dayAfter(AS_OF, -426)).toBe(true)
      }
    }
  })
})

describe('the mix', () => {
  const count = (holds: (hazard: (typeof hazards)[number]) => boolean) =>
    hazards.filter(holds).length

  it('is mostly closed, with open ones in every status', () => {
    expect(count(({ status }) => status === 'closed') / hazards.length).toBeGreaterThan(0.8)
    for (const status of HAZARD_STATUS_CODES)
      expect(
        count((hazard) => hazard.status === status),
        status,
      ).toBeGreaterThan(0)
    expect(count(({ status }) => status === 'void') / hazards.length).toBeLessThan(0.06)
  })

  it('has some overdue, some major, some listed', () => {
    const overdue = count((hazard) => isOverdue(hazard, AS_OF))
    expect(overdue).toBeGreaterThan(10)
    expect(overdue).toBeLessThan(45)
    expect(count(({ grade, closedAt }) => grade === 'major' && closedAt === null)).toBeGreaterThan(
      2,
    )
    expect(count(({ supervision }) => supervision === 'listed')).toBeGreaterThan(0)
    expect(count(({ workStopBy }) => workStopBy === 'bureau')).toBeGreaterThan(0)
    for (const extension of ['none', 'pending', 'approved', 'rejected'])
      expect(
        count((hazard) => hazard.extension === extension),
        extension,
      ).toBeGreaterThan(0)
  })

  it('plans every signed major hazard with all five elements', () => {
    const majors = new Set(hazards.filter(({ grade }) => grade === 'major').map(({ id }) => id))
    const signed = events.filter(({ type, hazardId }) => type === 'sign' && majors.has(hazardId))
    expect(signed.length).toBeGreaterThan(0)
    for (const { detail } of signed)
      expect(Object.keys(detail.plan ?? {}).sort()).toEqual([...PLAN_ELEMENT_CODES].sort())
  })

  it('numbers through the district by year, in the order found', () => {
    const codes = hazards.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, reportedAt } of hazards)
      expect(code).toMatch(new RegExp(`^YH-${todayInChina(reportedAt).slice(0, 4)}-\\d{4,}$`))
    const inOrder = [...hazards]
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(({ reportedAt }) => todayInChina(reportedAt))
    expect(inOrder).toEqual([...inOrder].sort())
  })
})
