import { describe, expect, it } from 'vitest'
import { emptyVisit, type VisitDraft } from '../../../offline/visit-draft.ts'
import type { Stop } from '../mine/standing.ts'
import type { PatrolTemplate } from '../queries.ts'
import { flagsOf, problemsOf, resultOf } from './check.ts'
import { entriesOfVisit } from './entries.ts'

const AT = new Date('2026-11-23T02:00:00Z')
const LATER = new Date('2026-11-23T02:10:00Z')
const stop: Stop = {
  id: 'e1',
  name: '甲厂',
  kind: 'general',
  level: 2,
  address: '路1号',
  location: { type: 'Point', coordinates: [117.7, 34.5] },
  gridId: 'g',
  state: 'due',
  dueOn: '2026-11-30',
  daysLate: 0,
  lastVisitedOn: null,
  lastVisitedBy: null,
  safetyOfficer: '',
  dutyPhone: '',
  hazards: [],
  riskPoints: [
    {
      id: 'r1',
      no: 1,
      name: '配电室',
      level: 2,
      locationText: '一层',
      location: { type: 'Point', coordinates: [117.701, 34.501] },
    },
  ],
}
const label = { zh: '', en: '' }
const template: PatrolTemplate = {
  kind: 'general',
  version: 3,
  name: label,
  items: ['a', 'b'].map((key) => ({
    key,
    text: label,
    requirement: label,
    grade: 'general' as const,
  })),
}
const profile = { geofence: 200, leastSeconds: { altogether: 180, anItem: 15 } }
const photo = (id: string) => ({ id, name: `${id}.jpg`, file: new Blob(['x']), position: null })
const found = {
  id: 'h1',
  item: 'b',
  description: ' 灯不亮 ',
  locationText: '',
  riskPointId: 'r1',
  grade: 'general' as const,
  photos: [photo('p1')],
}

function visit(part: Partial<VisitDraft> = {}): VisitDraft {
  return {
    ...emptyVisit('me', 'e1', 'v1'),
    checkIn: { by: 'gps', at: AT, position: { at: [117.7, 34.5001], accuracy: 12 }, code: null },
    signature: 'M1 1L2 2',
    answers: [
      { item: 'a', result: 'ok', note: '' },
      { item: 'b', result: 'ok', note: '' },
    ],
    ...part,
  }
}
const failing = visit({
  answers: [
    { item: 'a', result: 'ok', note: '' },
    { item: 'b', result: 'fail', note: '' },
  ],
  hazards: [found],
  photos: [photo('p2')],
  verified: { old: 'fixed' },
})

describe('a finished visit', () => {
  it('is sent after what belongs to it', () => {
    expect(entriesOfVisit(failing, stop, 3, LATER).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'photo p1',
      'hazard h1',
      'photo p2',
      'visit v1',
    ])
  })

  it('says what was found, where, and what became of earlier hazards', () => {
    const [, hazard, , sent] = entriesOfVisit(failing, stop, 3, LATER)
    expect(hazard).toMatchObject({
      body: {
        riskPointId: 'r1',
        description: '灯不亮',
        locationText: '一层',
        location: stop.riskPoints[0]?.location,
        origin: 'grid-patrol',
        evidence: ['p1'],
      },
    })
    expect(sent).toMatchObject({
      body: {
        result: 'problems',
        templateVersion: 3,
        evidence: ['p2'],
        hazards: [
          { id: 'h1', part: 'found', item: 'b' },
          { id: 'old', part: 'fixed' },
        ],
      },
    })
  })

  it('reports no hazard of an item that is in order after all', () => {
    const changed = visit({ hazards: [found] })
    expect(resultOf(changed)).toBe('normal')
    expect(entriesOfVisit(changed, stop, 3, LATER).map(({ id }) => id)).toEqual(['v1'])
  })

  it('to a closed gate has no answers', () => {
    const closed = visit({ result: 'closed', note: '大门锁闭' })
    expect(problemsOf(closed, template, LATER)).toEqual([])
    expect(entriesOfVisit(closed, stop, 3, LATER)[0]).toMatchObject({
      body: { result: 'closed', answers: [] },
    })
  })
})

describe('before it is sent', () => {
  it('one is told what is missing', () => {
    expect(problemsOf(visit({ checkIn: null }), template, LATER)).toEqual(['not-checked-in'])
    expect(problemsOf(visit({ answers: [], signature: '' }), template, LATER)).toEqual([
      'checklist-incomplete',
      'signature-missing',
    ])
    expect(
      problemsOf({ ...failing, hazards: [{ ...found, photos: [] }] }, template, LATER),
    ).toEqual(['hazard-incomplete'])
    expect(problemsOf(failing, template, LATER)).toEqual([])
  })

  it('one is told what it will be flagged with', () => {
    expect(flagsOf(visit(), stop, profile, LATER)).toEqual([])
    expect(flagsOf(visit(), stop, profile, new Date(AT.getTime() + 60_000))).toEqual(['too-fast'])
    expect(
      flagsOf(
        visit({
          checkIn: {
            by: 'gps',
            at: AT,
            position: { at: [117.71, 34.5], accuracy: 12 },
            code: null,
          },
        }),
        { ...stop, state: 'overdue' },
        profile,
        LATER,
      ),
    ).toEqual(['too-far', 'too-late'])
  })

  it('a risk point of a large plant is the plant', () => {
    expect(
      flagsOf(
        visit({
          checkIn: {
            by: 'gps',
            at: AT,
            position: { at: [117.7011, 34.5011], accuracy: 12 },
            code: null,
          },
        }),
        stop,
        profile,
        LATER,
      ),
    ).toEqual([])
  })
})
