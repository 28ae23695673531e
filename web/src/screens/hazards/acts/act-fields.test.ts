import { transitionOf } from '@onemap/api/domain/hazard-lifecycle'
import { describe, expect, it } from 'vitest'
import type { Hazard } from '../queries.ts'
import { askedBy } from './act-fields.ts'

const at = new Date('2026-11-23T08:00:00+08:00')
const actor = { id: 'u', role: 'rectifier' } as const
const hazard: Hazard = {
  id: 'h',
  enterpriseId: 'e',
  enterpriseName: '',
  riskPointId: null,
  riskPointName: null,
  no: 1,
  code: 'YH-2026-0001',
  description: '',
  locationText: '',
  location: { type: 'Point', coordinates: [117.7, 34.5] },
  origin: 'daily',
  grade: 'general',
  treatment: null,
  status: 'notified',
  reportedAt: '2026-11-01T08:00:00+08:00',
  deadline: '2026-12-01',
  overdue: false,
  overdueDays: 0,
  acceptedAt: null,
  closedAt: null,
  round: 0,
  extension: 'none',
  supervision: 'none',
  workStop: false,
  lastSeq: 4,
  gridId: 'g',
  townCode: 't',
  rectifier: { id: 'u', name: '张三' },
  reporterName: '',
  suggestedGrade: null,
  criteria: null,
  cost: null,
  linkedTo: null,
  mergedInto: null,
  extensionDeadline: null,
  supervisionListing: null,
  events: [],
  officeName: '',
  gridName: '',
  otherOffice: false,
  next: [],
  signOffs: [],
  defaultDeadline: '2026-12-08',
  actions: [],
}

function asked(change: Partial<Hazard>, event: Parameters<typeof transitionOf>[1]): string[] {
  const now = { ...hazard, ...change }
  const step = transitionOf(now.status, event)
  return step === undefined
    ? []
    : askedBy(step, now, actor, at).map(({ field, required }) => (required ? field : `${field}?`))
}

describe('askedBy', () => {
  it('asks for the plan of a major hazard only', () => {
    expect(asked({}, 'sign')).toEqual(['opinion?'])
    expect(asked({ grade: 'major' }, 'sign')).toEqual(['plan', 'opinion?'])
  })

  it('asks for what the rules require', () => {
    expect(asked({ status: 'rectifying' }, 'submit')).toEqual(['evidence', 'cost', 'opinion?'])
    expect(asked({ status: 'reported' }, 'merge')).toEqual(['mergedInto', 'reason'])
    expect(asked({ status: 'rectifying', grade: 'major' }, 'list-supervision')).toEqual([
      'deadline',
      'listing',
      'documentNo',
      'evidence?',
      'opinion?',
    ])
  })

  it('leaves a standing deadline alone', () => {
    expect(asked({ status: 'in-review' }, 'fail')).toEqual(['deadline?', 'evidence?', 'opinion'])
    expect(asked({ status: 'in-review', deadline: null }, 'fail')).toEqual([
      'deadline',
      'evidence?',
      'opinion',
    ])
  })
})
