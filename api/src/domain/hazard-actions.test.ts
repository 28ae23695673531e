import { expect, test } from 'vitest'
import { FIRST_APPROVAL_PROFILE } from './approval-rule.ts'
import { actionsFor } from './hazard-actions.ts'
import { defaultDeadline } from './hazard-deadline.ts'
import { HAZARD_STATUS_CODES } from './hazard.ts'
import type { HazardRole } from './hazard-roles.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'

const AT = new Date('2026-08-03T02:00:00Z')
const WANG = { id: 'wang', name: '王五' }

function actions(state: Partial<HazardState>, ...parts: HazardRole[]) {
  return actionsFor({ ...REPORTED_HAZARD, ...state }, WANG, parts, AT, FIRST_APPROVAL_PROFILE).map(
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
})

test('asks for an approval where the rule says so, with a reason', () => {
  expect(actions({ status: 'accepted', grade: 'major' }, 'office')).toEqual([])
  expect(actions({ status: 'accepted', grade: 'major' }, 'office', 'office-head')).toEqual([
    ['close', 'reason', ''],
  ])
  expect(actions({ status: 'accepted', grade: 'general' }, 'office')).toEqual([['close', '', '']])
  const [close] = actionsFor(
    { ...REPORTED_HAZARD, status: 'accepted', grade: 'major' },
    WANG,
    ['office-head'],
    AT,
    FIRST_APPROVAL_PROFILE,
  )
  expect(close?.approver).toBe('bureau-leader')
})

test('offers a leader nothing: what he approves comes to him', () => {
  for (const status of HAZARD_STATUS_CODES)
    expect(actions({ status, grade: 'major', workStopBy: 'bureau' }, 'bureau-leader')).toEqual([])
})

test('offers nothing that would mean nothing', () => {
  const offered = (state: Partial<HazardState>) =>
    actions({ status: 'rectifying', grade: 'general', ...state }, 'office', 'office-head').map(
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
