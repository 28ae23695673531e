import { expect, test } from 'vitest'
import type { ChecklistItem, Task } from '../queries.ts'
import { unfinished, withItem } from './with-item.ts'

const item = (
  id: string,
  finding: Partial<NonNullable<ChecklistItem['finding']>> | null,
): ChecklistItem => ({
  id,
  seq: 1,
  subject: 'post',
  subjectName: '司炉工',
  riskPointId: null,
  measureId: null,
  content: '持证',
  requirement: '',
  basis: '',
  suggestedGrade: 'general',
  origin: 'daily',
  riskPointName: null,
  level: null,
  locationText: '',
  location: { type: 'Point', coordinates: [117, 34] },
  earlier: null,
  finding:
    finding === null
      ? null
      : {
          result: 'ok',
          note: '',
          evidence: [],
          revision: 1,
          recordedByName: '',
          recordedAt: '2026-11-23T08:00:00+08:00',
          hazardId: 'h',
          hazard: null,
          ...finding,
        },
})
const hazard = {
  id: 'h',
  code: 'YH1',
  status: 'reported' as const,
  reportedAt: '2026-11-23T08:00:00+08:00',
}
const task: Task = {
  id: 't',
  enterpriseId: 'e',
  enterpriseName: '',
  planId: 'p',
  standardId: 's',
  name: '日检',
  kind: 'daily',
  department: '',
  assignee: '',
  assigneeId: null,
  opensOn: '2026-11-23',
  dueOn: '2026-11-23',
  closesOn: '2026-11-24',
  startedAt: null,
  completedAt: null,
  completedByName: null,
  status: 'due',
  daysLate: 0,
  itemCount: 3,
  checkedCount: 0,
  failedCount: 0,
  hazardCount: 0,
  summary: '',
  checklist: [item('a', null), item('b', null), item('c', null)],
}

test('an item that was checked is counted, and the task has begun', () => {
  const ok = withItem(task, item('a', {}))
  expect([ok.status, ok.checkedCount, ok.failedCount]).toEqual(['in-progress', 1, 0])
  const failed = withItem(ok, item('b', { result: 'fail', hazard }))
  expect([failed.checkedCount, failed.failedCount, failed.hazardCount]).toEqual([2, 1, 1])
})

test('what is unchecked or not reported is left to do', () => {
  const checklist = [
    item('a', null),
    item('b', { result: 'fail' }),
    item('c', { result: 'fail', hazard }),
    item('d', { result: 'not-applicable' }),
  ]
  expect(unfinished({ checklist }).map(({ id }) => id)).toEqual(['a', 'b'])
})
