import { describe, expect, test } from 'vitest'
import { originOf } from './inspection-kind.ts'
import { submissionProblems } from './inspection-submission.ts'
import { taskDaysLate, taskStatus } from './inspection-task.ts'

describe('taskStatus', () => {
  const task = { dueOn: '2026-11-23', closesOn: '2026-11-30', completedOn: null, started: false }

  test.each([
    [{}, '2026-11-23', 'due'],
    [{ started: true }, '2026-11-23', 'in-progress'],
    [{ started: true }, '2026-11-24', 'overdue'],
    [{}, '2026-11-30', 'overdue'],
    [{ started: true }, '2026-12-01', 'missed'],
    [{ closesOn: null }, '2027-12-01', 'overdue'],
    [{ completedOn: '2026-11-29' }, '2026-12-24', 'done'],
  ])('%o on %s is %s', (change, today, status) => {
    expect(taskStatus({ ...task, ...change }, today)).toBe(status)
  })

  test('days late stop with the submission', () => {
    expect(taskDaysLate(task, '2026-11-23')).toBe(0)
    expect(taskDaysLate(task, '2026-11-25')).toBe(2)
    expect(taskDaysLate({ ...task, completedOn: '2026-11-24' }, '2026-12-25')).toBe(1)
  })
})

test('submitting asks for every item and for the hazard of every failed one', () => {
  expect(
    submissionProblems([
      { id: 'a', result: 'ok', hazardReported: false },
      { id: 'b', result: null, hazardReported: false },
      { id: 'c', result: 'fail', hazardReported: false },
      { id: 'd', result: 'fail', hazardReported: true },
      { id: 'e', result: 'not-applicable', hazardReported: false },
    ]).map(({ field }) => field),
  ).toEqual(['items.b', 'items.c'])
})

test('a hazard has the origin of the inspection, unless a control measure failed', () => {
  expect(originOf('seasonal', 'equipment')).toBe('seasonal')
  expect(originOf('seasonal', 'measure')).toBe('control-failure')
})
