import type { Database } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCreditCode } from '../test-context.ts'
import {
  databaseWithGeography,
  ENTERPRISE_HEADINGS,
  enterpriseLine,
  importLines,
  layerVersions,
  rowsOf,
} from '../test-import.ts'

let database: Database
beforeAll(async () => {
  database = await databaseWithGeography()
  await importLines(database, 'enterprises', [ENTERPRISE_HEADINGS, enterpriseLine(1)])
})
afterAll(() => database.close())

const HEADINGS = '信用代码,隐患编号,风险点编码,隐患描述,发现日期,整改期限,等级,状态,验收日期,责任人'
const CODE = testCreditCode(1)
const FIRST = `${CODE},Y1,,喷头堵塞,2026-05-01,2026-05-20,一般,整改中,,周某`
const SECOND = `${CODE},Y2,,护栏松动,2026-05-02,2026-05-20,重大,已整改,2026-05-15,周某`
const importHazards = (lines: readonly string[], options = {}) =>
  importLines(database, 'hazards', [HEADINGS, ...lines], options)

it('comes in with one event that says where it came from', async () => {
  expect(await importHazards([FIRST, SECOND])).toMatchObject({
    badRows: 0,
    tallies: [{ created: 2 }],
  })
  expect(
    await rowsOf(
      database,
      sql`
    SELECT h.code, h.no, h.status, h.deadline::text, v.seq, v.type, v.from_status AS came_from, v.to_status AS came_to, v.detail
    FROM hazards h JOIN hazard_events v ON v.hazard_id = h.id WHERE h.code = 'Y1'`,
    ),
  ).toEqual([
    {
      code: 'Y1',
      no: 1,
      status: 'rectifying',
      deadline: '2026-05-20',
      seq: 1,
      type: 'report',
      came_from: null,
      came_to: 'rectifying',
      detail: { import: true, file: 'ledger.csv', row: 2, responsible: '周某' },
    },
  ])
})

it('changes nothing the second time', async () => {
  const before = await layerVersions(database)
  expect(await importHazards([FIRST, SECOND])).toMatchObject({
    tallies: [{ created: 0, updated: 0, unchanged: 2 }],
  })
  expect(await layerVersions(database)).toEqual(before)
  expect(await rowsOf(database, sql`SELECT count(*)::int AS n FROM hazard_events`)).toEqual([
    { n: 2 },
  ])
})

it('follows the ledger and records the step', async () => {
  expect(await importHazards([FIRST.replace('整改中,', '待复查,')])).toMatchObject({
    tallies: [{ updated: 1 }],
  })
  expect(
    await rowsOf(
      database,
      sql`
    SELECT v.seq, v.from_status AS came_from, v.to_status AS came_to FROM hazards h JOIN hazard_events v ON v.hazard_id = h.id
    WHERE h.code = 'Y1' AND v.seq = 2`,
    ),
  ).toEqual([{ seq: 2, came_from: 'rectifying', came_to: 'in-review' }])
})

it('does not set back what people did in the system', async () => {
  await database.asOwner(async (tx) => {
    await tx.execute(sql`
      INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, from_status, to_status, actor_name, actor_role, occurred_at)
      SELECT enterprise_id, id, 3, 'fail', 'in-review', 'rectifying', '某人', 'office', now() FROM hazards WHERE code = 'Y1'`)
    await tx.execute(sql`UPDATE hazards SET status = 'rectifying' WHERE code = 'Y1'`)
  })
  const report = await importHazards([FIRST.replace('整改中,', '待复查,')])
  expect(report.problems).toEqual([
    {
      sheet: null,
      row: 2,
      heading: '状态',
      message: expect.objectContaining({
        zh: expect.stringContaining('系统状态为“整改中”，与台账“待复查”不同'),
      }),
    },
  ])
})

it('explains unknown enterprises, unknown risk points and duplicates', async () => {
  const report = await importHazards([
    `${testCreditCode(77)},Y1,,堵塞,2026-05-01,,一般,整改中,,`,
    `${CODE},Y8,F404,堵塞,2026-05-01,,一般,整改中,,`,
    `${CODE},Y9,,堵塞,2026-05-01,,一般,整改中,,`,
    `${CODE},Y9,,堵塞,2026-05-01,,一般,整改中,,`,
  ])
  expect(report.accepted).toBe(false)
  expect(report.problems.map(({ row, message }) => `${row} ${message.zh}`)).toEqual([
    expect.stringContaining('2 没有代码为'),
    expect.stringContaining('3 该企业没有编码为“F404”的风险点'),
    expect.stringContaining('4 “Y9”重复：第 5 行'),
    expect.stringContaining('5 “Y9”重复：第 4 行'),
  ])
})
