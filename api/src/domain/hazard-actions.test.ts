import { expect, test } from 'vitest'
import { actionsFor } from './hazard-actions.ts'
import { defaultDeadline } from './hazard-deadline.ts'
import type { HazardRole } from './hazard-roles.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'

const AT = new Date('2026-08-03T02:00:00Z')
const WANG = { id: 'wang', name: '王五' }

function actions(state: Partial<HazardState>, ...parts: HazardRole[]) {
  return actionsFor({ ...REPORTED_HAZARD, ...state }, WANG, parts, AT).map(
    ({ type, needs, blockedBy }) => [type, needs.join(' '), blockedBy.join(' ')],
  )
}

test('says what each step needs', () => {
  expect(actions({ status: 'reported' }, 'grid-member')).toEqual([
    ['reject', 'reason', ''],
    ['merge', 'reason merge-target', ''],
    ['register', 'duplicates-checked', ''],
  ])
  expect(actions({ status: 'notified', grade: 'major' }, 'principal')).toEqual([
    ['sign', 'plan', ''],
    ['request-extension', 'reason later-deadline', ''],
    ['stop-work', 'reason', ''],
  ])
  expect(actions({ status: 'notified', grade: 'general' }, 'rectifier')[0]).toEqual([
    'sign',
    '',
    '',
  ])
})

test('says what stands in the way, whoever it is', () => {
  expect(
    actions(
      { status: 'in-review', grade: 'general', rectifier: 'wang', deadline: '2026-08-10' },
      'safety-officer',
    ).slice(0, 2),
  ).toEqual([
    ['fail', 'opinion', ''],
    ['pass', '', 'reviewer-not-rectifier'],
  ])
  expect(actions({ status: 'accepted', grade: 'major' }, 'office')).toEqual([
    ['close', '', 'bureau-approval'],
  ])
})

test('takes the part in which it can be done', () => {
  expect(actions({ status: 'accepted', grade: 'major' }, 'office', 'bureau-leader')).toEqual([
    ['close', '', ''],
  ])
})

test('offers nothing that would mean nothing', () => {
  const offered = (state: Partial<HazardState>) =>
    actions({ status: 'rectifying', grade: 'general', ...state }, 'office', 'bureau-leader').map(
      ([type]) => type,
    )
  expect(offered({})).toEqual(['stop-work'])
  expect(offered({ grade: 'major', extension: 'pending', workStopBy: 'bureau' })).toEqual([
    'approve-extension',
    'reject-extension',
    'list-supervision',
    'resume-work',
  ])
  expect(offered({ grade: 'major', supervision: 'listed' })).toEqual([
    'delist-supervision',
    'stop-work',
  ])
  expect(actions({ status: 'graded', grade: 'major' }, 'rectifier')).toEqual([])
})

test('a notice without a deadline allows 15 days, or 30', () => {
  expect([
    defaultDeadline('general', AT),
    defaultDeadline('major', AT),
    defaultDeadline(null, AT),
  ]).toEqual(['2026-08-18', '2026-09-02', '2026-08-18'])
})
