import { expect, it } from 'vitest'
import { faultsOf, TEST_CONTEXT, testCreditCode } from '../test-context.ts'
import { HAZARD_COLUMNS } from '@onemap/api/ledger/hazards/columns'
import { readHazard } from './read-row.ts'

const EMPTY = Object.fromEntries(HAZARD_COLUMNS.map(({ key }) => [key, '']))
const read = (cells: object) =>
  readHazard(
    {
      ...EMPTY,
      creditCode: testCreditCode(1),
      code: 'Y1',
      description: '喷头堵塞',
      foundOn: '2026-05-01',
      deadline: '2026-05-20',
      grade: '一般',
      status: '整改中',
      ...cells,
    },
    TEST_CONTEXT,
  )

it('stages a good row', () => {
  expect(read({}).record).toMatchObject({
    status: 'rectifying',
    grade: 'general',
    reported_at: '2026-05-01T00:00:00+08:00',
    deadline: '2026-05-20',
  })
})

it.each([
  [{ status: '已整改' }, 'in-review', null],
  [{ status: '已整改', acceptedOn: '2026-05-10' }, 'accepted', '2026-05-10T00:00:00+08:00'],
  [{ status: '已整改', closedOn: '2026-05-12' }, 'closed', '2026-05-12T00:00:00+08:00'],
])('reads %j by its dates', (cells, status, accepted) => {
  expect(read(cells).record).toMatchObject({ status, accepted_at: accepted })
})

it.each([
  [{ foundOn: '2026-06-02', deadline: '' }, 'foundOn: 2026-06-02 晚于今天'],
  [{ deadline: '2026-04-30' }, 'deadline: 2026-04-30 早于发现日期'],
  [{ status: '验收通过' }, 'acceptedOn: 状态为“验收通过”时不能为空'],
  [{ status: '已销号' }, 'closedOn: 状态为“已销号”时不能为空'],
  [{ acceptedOn: '2026-05-10' }, 'status: 填了验收日期，状态应为'],
  [
    { status: '已销号', acceptedOn: '2026-05-10', closedOn: '2026-05-09' },
    'closedOn: 2026-05-09 早于验收日期',
  ],
  [{ grade: '' }, 'grade: 状态为“整改中”时不能为空'],
  [{ status: '拖延' }, '应为：待核实、'],
  [{ foundOn: '2026-02-30' }, '不存在'],
])('refuses %j', (cells, message) => {
  expect(faultsOf(read(cells))).toEqual([expect.stringContaining(message)])
})
