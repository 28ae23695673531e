import { describe, expect, it } from 'vitest'
import type { HazardStatus } from '@onemap/api/domain/hazard'
import type { HazardStep } from '../queries.ts'
import { loopOf } from './loop.ts'

function path(...stations: readonly HazardStatus[]): HazardStep[] {
  return stations.map((toStatus, index) => ({
    seq: index + 1,
    type: 'register',
    fromStatus: stations[index - 1] ?? null,
    toStatus,
    actorName: '',
    actorRole: 'office',
    actorPost: null,
    occurredAt: `2026-11-0${index + 1}T00:00:00+08:00`,
    opinion: null,
    detail: {},
    evidence: [],
  }))
}

describe('loopOf', () => {
  it('tells what is behind and what lies ahead', () => {
    const steps = loopOf({
      status: 'graded',
      treatment: null,
      events: path('reported', 'registered', 'graded'),
    })
    expect(steps.map(({ standing }) => standing)).toEqual([
      'done',
      'done',
      'now',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(steps[2]?.at).toBe('2026-11-03T00:00:00+08:00')
  })

  it('leaves out what a fix on the spot leaves out', () => {
    const steps = loopOf({
      status: 'in-review',
      treatment: 'on-the-spot',
      events: path('reported', 'registered', 'graded', 'in-review'),
    })
    expect(steps.map(({ status }) => status)).toEqual([
      'reported',
      'registered',
      'graded',
      'in-review',
      'accepted',
      'closed',
    ])
  })

  it('does not move on for what goes on beside', () => {
    const steps = loopOf({
      status: 'reported',
      treatment: null,
      events: path('reported', 'reported'),
    })
    expect(steps[0]?.at).toBe('2026-11-01T00:00:00+08:00')
  })

  it('shows after a return when it last came', () => {
    const steps = loopOf({
      status: 'rectifying',
      treatment: 'time-limited',
      events: path(
        'reported',
        'registered',
        'graded',
        'notified',
        'rectifying',
        'in-review',
        'rectifying',
      ),
    })
    expect(steps.find(({ standing }) => standing === 'now')).toEqual({
      status: 'rectifying',
      standing: 'now',
      at: '2026-11-07T00:00:00+08:00',
    })
    expect(steps.find(({ status }) => status === 'in-review')).toEqual({
      status: 'in-review',
      standing: 'ahead',
      at: null,
    })
  })

  it('ends a void one where it was', () => {
    expect(
      loopOf({ status: 'void', treatment: null, events: path('reported', 'void') }).map(
        ({ status }) => status,
      ),
    ).toEqual(['reported', 'void'])
  })
})
