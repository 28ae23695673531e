import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '../../../offline/outbox-entry.ts'
import type { PatrolObject } from '../queries.ts'
import { isToVisit, stopsOf } from './standing.ts'

const NOW = new Date('2026-11-23T10:00:00+08:00')
function object(id: string, state: PatrolObject['state'], dueOn: string): PatrolObject {
  return {
    id,
    name: id,
    kind: 'general',
    level: 3,
    address: '',
    location: { type: 'Point', coordinates: [117.7, 34.5] },
    gridId: 'g',
    state,
    dueOn,
    lastVisitedOn: null,
    lastVisitedBy: null,
    safetyOfficer: '',
    dutyPhone: '',
    riskPoints: [],
    hazards: [],
  }
}
const unsent: OutboxEntry = {
  kind: 'visit',
  id: 'v',
  account: 'a',
  enterpriseId: 'one',
  enterpriseName: 'one',
  queuedAt: NOW,
  refusal: null,
  body: {
    id: 'v',
    startedAt: '',
    finishedAt: '',
    checkIn: 'gps',
    templateVersion: 1,
    answers: [],
    result: 'normal',
  },
}

describe('the objects on a telephone', () => {
  it('tell how late they are', () => {
    const [overdue, due] = stopsOf(
      [object('one', 'overdue', '2026-11-15'), object('two', 'due', '2026-11-30')],
      [],
      NOW,
    )
    expect([overdue?.daysLate, due?.daysLate]).toEqual([8, 0])
  })

  it('are late by now where the last day in time went by without a network', () => {
    expect(stopsOf([object('one', 'due', '2026-11-22')], [], NOW)[0]).toMatchObject({
      state: 'overdue',
      daysLate: 1,
    })
  })

  it('need no second visit while the first waits to be sent', () => {
    const [stop] = stopsOf([object('one', 'overdue', '2026-11-15')], [unsent], NOW)
    expect(stop).toMatchObject({ state: 'unsent', daysLate: 0 })
    expect(stop && isToVisit(stop)).toBe(false)
  })
})
