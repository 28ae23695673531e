import { expect, it } from 'vitest'
import { waitingDue, waitingHazards, waitingNotices, waitingPoints } from './waiting.ts'

const none = {
  reported: 0,
  registered: 0,
  graded: 0,
  notified: 0,
  rectifying: 0,
  'in-review': 0,
  accepted: 0,
  closed: 9,
  void: 1,
}

it('puts the overdue first and leaves out what nobody waits for', () => {
  expect(waitingHazards({ byStatus: none, overdue: 0 }, 'e')).toEqual([])
  expect(
    waitingHazards({ byStatus: { ...none, notified: 2, reported: 1 }, overdue: 1 }, 'e').map(
      ({ name, count }) => [name, count],
    ),
  ).toEqual([
    ['overdue', 1],
    ['verify', 1],
    ['sign', 2],
  ])
})

it('names requests for a longer deadline after what is overdue', () => {
  expect(
    waitingHazards({ byStatus: { ...none, rectifying: 2 }, overdue: 1 }, 'e', 1).map(
      ({ name, count }) => [name, count],
    ),
  ).toEqual([
    ['overdue', 1],
    ['extension', 1],
    ['rectify', 2],
  ])
})

it('counts each risk point once', () => {
  const points = [
    { level: null, missing: [1], sources: [] },
    { level: 2, missing: [1, 2], sources: [] },
    {
      level: 3,
      missing: [],
      sources: [{ measures: [{ status: 'failed' }, { status: 'failed' }] }],
    },
  ]
  expect(
    waitingPoints(points, (query) => ({ query })).map(({ name, count }) => [name, count]),
  ).toEqual([
    ['failed', 1],
    ['unassessed', 1],
    ['incomplete', 1],
  ])
})

it('is urgent once a day has passed', () => {
  expect(waitingDue({ inspections: undefined, orders: undefined }, 'e')).toEqual([])
  const due = waitingDue(
    {
      inspections: { due: 2, 'in-progress': 1, overdue: 0 },
      orders: [{ overdue: false }, { overdue: true }],
    },
    'e',
  )
  expect(due.map(({ name, count, urgent }) => [name, count, urgent])).toEqual([
    ['orders', 2, true],
    ['inspections', 3, false],
  ])
})

it('is urgent once a receipt is late', () => {
  expect(waitingNotices({ drafts: undefined, unsigned: undefined })).toEqual([])
  expect(
    waitingNotices({ drafts: 2, unsigned: [{ state: 'waiting' }] }).map(
      ({ name, count, urgent }) => [name, count, urgent],
    ),
  ).toEqual([
    ['told', 1, false],
    ['tell', 2, undefined],
  ])
  expect(waitingNotices({ drafts: 0, unsigned: [{ state: 'late' }] })[0]?.urgent).toBe(true)
})
