import { describe, expect, it } from 'vitest'
import { patrolCodeBody, patrolCodeIn } from './patrol-code.ts'
import { patrolProfileOn } from './patrol-profile.ts'
import { patrolRates } from './patrol-statistics.ts'
import { currentPatrolTemplates, PATROL_TEMPLATES, patrolTemplate } from './patrol-templates.ts'
import { ENTERPRISE_KIND_CODES } from './enterprise-kind.ts'
import {
  patrolCounts,
  patrolFlags,
  patrolProblems,
  type PatrolFacts,
  type PatrolRecord,
} from './patrol-visit.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

describe('flags', () => {
  const facts: PatrolFacts = {
    result: 'normal',
    startedAt: minutes(-10),
    finishedAt: NOW,
    items: 12,
    distance: 40,
    checkIn: 'gps',
    accuracy: 12,
    clockWrong: false,
    overdue: false,
  }
  const flags = (changed: Partial<PatrolFacts>) =>
    patrolFlags(patrolProfileOn('2026-11-24'), { ...facts, ...changed })

  it('mark what is too fast for the checklist, too far away and too late', () => {
    expect(flags({})).toEqual([])
    expect(flags({ startedAt: minutes(-2.99) })).toEqual(['too-fast'])
    expect(flags({ startedAt: minutes(-3), items: 12 })).toEqual([])
    expect(flags({ startedAt: minutes(-3), items: 13 })).toEqual(['too-fast'])
    expect(flags({ distance: 200 })).toEqual([])
    expect(flags({ distance: 200.1, overdue: true })).toEqual(['too-far', 'too-late'])
    expect(flags({ distance: null })).toEqual([])
    expect(flags({ startedAt: NOW, result: 'closed', items: 0 })).toEqual([])
  })

  it('mark a position that may be wrong by more than the fence, and a clock that was', () => {
    expect(flags({ accuracy: 200 })).toEqual([])
    expect(flags({ accuracy: 200.1 })).toEqual(['position-vague'])
    expect(flags({ accuracy: 5000, distance: 3000 })).toEqual(['position-vague'])
    expect(flags({ accuracy: 5000, distance: 9000 })).toEqual(['too-far', 'position-vague'])
    expect(flags({ accuracy: 5000, distance: 3000, checkIn: 'qr' })).toEqual([])
    expect(flags({ accuracy: null })).toEqual([])
    expect(flags({ clockWrong: true })).toEqual(['clock-wrong'])
  })

  it('let only who was there count', () => {
    expect(patrolCounts(['position-vague'])).toBe(false)
    expect(patrolCounts(['clock-wrong'])).toBe(true)
    expect(patrolCounts(['too-fast', 'too-late'])).toBe(true)
    expect(patrolCounts(['too-far'])).toBe(false)
  })
})

describe('a record', () => {
  const checklist = {
    items: ['a', 'b'],
    answers: [
      { item: 'a', result: 'ok', note: '' },
      { item: 'b', result: 'not-applicable', note: '' },
    ],
  } as const
  const sound: PatrolRecord = {
    startedAt: minutes(-10),
    finishedAt: NOW,
    result: 'normal',
    checkIn: 'gps',
    hasPosition: true,
    hasSignature: true,
    note: '',
    checklist,
    found: [],
  }
  const failing = {
    ...checklist,
    answers: [
      { item: 'a', result: 'fail', note: '' },
      { item: 'b', result: 'ok', note: '' },
    ],
  } as const
  const problems = (changed: Partial<PatrolRecord>) => patrolProblems({ ...sound, ...changed }, NOW)

  it('is sound when it says all there is to say', () => {
    expect(problems({})).toEqual([])
    expect(problems({ checkIn: 'qr', hasPosition: false })).toEqual([])
    expect(problems({ finishedAt: minutes(9) })).toEqual([])
    expect(
      problems({
        result: 'closed',
        hasSignature: false,
        note: '大门紧锁',
        checklist: { items: ['a', 'b'], answers: [] },
      }),
    ).toEqual([])
    expect(problems({ result: 'problems', checklist: failing, found: ['a'] })).toEqual([])
    expect(problems({ result: 'problems', found: [null] })).toEqual([])
    expect(problems({ hasSignature: false, note: '负责人拒签' })).toEqual([])
  })

  it.each<[string, Partial<PatrolRecord>]>([
    ['ends-before-start', { startedAt: minutes(1) }],
    ['in-the-future', { finishedAt: minutes(11) }],
    ['too-long', { startedAt: minutes(-24 * 60 - 1) }],
    ['position-missing', { hasPosition: false }],
    ['checklist-unknown', { checklist: null }],
    ['checklist-incomplete', { checklist: { items: ['a', 'b', 'c'], answers: checklist.answers } }],
    [
      'checklist-incomplete',
      {
        checklist: {
          items: ['a', 'b'],
          answers: [...checklist.answers.slice(0, 1), ...checklist.answers.slice(0, 1)],
        },
      },
    ],
    ['checklist-incomplete', { result: 'closed', note: '停产' }],
    ['failure-unexplained', { result: 'problems', checklist: failing, found: ['b'] }],
    ['result-differs', { found: [null] }],
    ['result-differs', { result: 'problems' }],
    ['signature-missing', { hasSignature: false }],
    ['note-missing', { result: 'closed', checklist: { items: ['a'], answers: [] } }],
  ])('is refused for %s', (guard, changed) => {
    expect(problems(changed)).toEqual([guard])
  })
})

describe('checklists', () => {
  it('are there for every kind of object, newest version once', () => {
    expect(
      currentPatrolTemplates()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...ENTERPRISE_KIND_CODES].sort())
    expect(patrolTemplate('general', 1)?.items.length).toBeGreaterThan(7)
    expect(patrolTemplate('general', 99)).toBeUndefined()
  })

  it('name each item once and say when it is in order, in both languages', () => {
    for (const { kind, items } of PATROL_TEMPLATES) {
      expect(new Set(items.map(({ key }) => key)).size, kind).toBe(items.length)
      for (const { key, text, requirement } of items)
        expect(
          [text.zh, text.en, requirement.zh, requirement.en].every((words) => words.length > 1),
          `${kind} ${key}`,
        ).toBe(true)
    }
  })
})

describe('codes', () => {
  const id = '00000000-0000-4000-8000-e00000000001'
  const token = `${patrolCodeBody(id)}.${'A-_9'.repeat(5)}zz`

  it('are found in what a camera reads', () => {
    expect(patrolCodeIn(`https://onemap.example/patrol#${token}`)).toEqual({
      token,
      enterpriseId: id,
    })
    expect(patrolCodeIn(token)).toEqual({ token, enterpriseId: id })
    for (const text of ['', 'https://example.com', `${token}x`, token.slice(0, -1)])
      expect(patrolCodeIn(text), text).toBeNull()
  })
})

it('rates divide by nothing only where there is nothing', () => {
  const nothing = {
    dueObjects: 0,
    visitedObjects: 0,
    dueVisits: 0,
    onTimeVisits: 0,
    visits: 0,
    hazardsFound: 0,
    closuresVerified: 0,
  }
  expect(patrolRates(nothing)).toEqual({ coverage: null, onTime: null, hazardsPerVisit: null })
  expect(
    patrolRates({
      ...nothing,
      dueObjects: 4,
      visitedObjects: 3,
      dueVisits: 2,
      onTimeVisits: 1,
      visits: 2,
      hazardsFound: 3,
    }),
  ).toEqual({ coverage: 0.75, onTime: 0.5, hazardsPerVisit: 1.5 })
})
