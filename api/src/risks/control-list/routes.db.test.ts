import { sql } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRow } from '../../db/rows.ts'
import type { Scope } from '../../db/scope.ts'
import { enterpriseId, idOf } from '../../db/test-fixture-places.ts'
import { ENERGY, FIRST, pointsOf, riskWork, SAFETY, SECOND, TANK } from '../test-work.ts'
import { CONTROL_LIST_COLUMNS } from './columns.ts'
import { ControlListReport } from './schema.ts'

let work: Awaited<ReturnType<typeof riskWork>>
beforeAll(async () => {
  work = await riskWork()
  await work.point('POST', pointsOf(1), {
    ...TANK,
    name: '液氨储罐区 １号',
    code: 'FX-100',
    sources: [
      {
        description: '法兰密封失效，液氨泄漏',
        factor: 'object',
        accidentType: 19,
        riskCategory: 'leak',
        occupationalFactor: 'chemical',
        assessments: [
          { stage: 'inherent', method: 'LEC', l: 6, e: 6, c: 15 },
          {
            stage: 'residual',
            method: 'LEC',
            l: 0.5,
            e: 6,
            c: 15,
            raisedLevel: 2,
            reason: '同类事故多发，从严管控',
          },
        ],
        measures: [
          {
            category: 'institutional',
            controlLevel: 'team',
            content: '班前检查\n留存记录',
            verifiedOn: '2026-11-01',
          },
          {
            category: 'institutional',
            controlLevel: 'post',
            content: '班前检查\n留存记录',
            status: 'failed',
          },
          { category: 'institutional', controlLevel: 'post', content: '巡检' },
          { category: 'engineering', controlLevel: 'company', content: '围堰' },
        ],
      },
      {
        description: '误操作',
        factor: 'human',
        accidentType: 7,
        assessments: [{ stage: 'inherent', method: 'DIRECT', criterion: 'legal-breach' }],
      },
      {
        description: '管理缺位',
        factor: 'management',
        accidentType: 20,
        assessments: [
          { stage: 'inherent', method: 'LEC', l: 3, e: 3, c: 2, profileId: 'lec-detailed' },
        ],
      },
      { description: '尚未评价', factor: 'environment', accidentType: 8 },
    ],
    responsibilities: [
      { controlLevel: 'team', department: '甲班', person: '王某', mobile: '13812345678' },
      { controlLevel: 'team', department: '乙班', person: '李某' },
      { controlLevel: 'company', department: '公司领导', person: '赵某', mobile: '0632-6612345' },
    ],
  })
})
afterAll(() => work.app.database.close())

const LIST = `/api/enterprises/${enterpriseId(1)}/control-list`
type Cells = Record<string, string | number | null>

async function exported(scope: Scope = FIRST): Promise<ExcelJS.Workbook> {
  const response = await work.send('GET', `${LIST}.xlsx`, undefined, scope)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('spreadsheetml')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  return book
}

const sheetOf = (book: ExcelJS.Workbook) => {
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}
const columnOf = (heading: string) =>
  CONTROL_LIST_COLUMNS.findIndex((column) => column.heading === heading) + 1

async function handIn(
  book: ExcelJS.Workbook | Uint8Array<ArrayBuffer>,
  query = '',
  scope: Scope = FIRST,
): Promise<Response> {
  const body = new FormData()
  body.set(
    'file',
    new File(
      [book instanceof Uint8Array ? book : new Uint8Array(await book.xlsx.writeBuffer())],
      '清单.xlsx',
    ),
  )
  return work.app.get(`${LIST}${query}`, { method: 'POST', body, scope })
}

/** A list of rows by heading. */
function listOf(...rows: Cells[]): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('清单')
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  sheet.addRow(headings)
  for (const row of rows) sheet.addRow(headings.map((heading) => row[heading] ?? null))
  return book
}

async function report(response: Response) {
  expect(response.status, await response.clone().text()).toBe(200)
  return ControlListReport.strict().parse(await response.json())
}

const NEW = {
  风险点编码: 'N-1',
  风险点名称: '配电室',
  风险点类型: '场所',
  危险源: '线路老化',
  因素: '物的不安全状态',
  事故类型: '触电',
  L: 3,
  E: 6,
  C: 7,
} as const
const state = () =>
  work.app.database.asOwner((tx) =>
    queryRow(
      tx,
      z.object({ state: z.string() }),
      sql`
  SELECT md5(string_agg(t, '|' ORDER BY t)) AS state FROM (
    SELECT p::text AS t FROM risk_points p UNION ALL SELECT s::text FROM hazard_sources s UNION ALL SELECT a::text FROM assessments a
    UNION ALL SELECT m::text FROM control_measures m UNION ALL SELECT r::text FROM responsibilities r) all_rows`,
    ),
  )

describe('a control list that is handed in as it was exported', () => {
  it('changes nothing', async () => {
    const before = await state()
    const checked = await report(await handIn(await exported(), '?check=true'))
    expect(checked).toMatchObject({ checked: true, problems: [], ignoredHeadings: [] })
    for (const { what, created, updated, removed } of checked.tallies)
      expect([what, created, updated, removed]).toEqual([what, 0, 0, 0])
    const done = await report(await handIn(await exported()))
    expect(done.tallies).toEqual(checked.tallies)
    expect(done.tallies.map(({ what, unchanged }) => [what, unchanged])).toEqual([
      ['risk-points', 5],
      ['sources', 7],
      ['assessments', 6],
      ['measures', 7],
      ['responsibilities', 6],
    ])
    expect(await state()).toEqual(before)
  })

  it('shows no mobile in full, and is recorded', async () => {
    const text = JSON.stringify(sheetOf(await exported(SAFETY)).getSheetValues())
    expect(text).toContain('138****5678')
    expect(text).not.toMatch(/13812345678|6612345/)
    const Act = z.object({ n: z.coerce.number() })
    expect(
      await work.app.database.asOwner((tx) =>
        queryRow(
          tx,
          Act,
          sql`SELECT count(*) AS n FROM audit_log WHERE action = 'export' AND enterprise_id = ${enterpriseId(1)}`,
        ),
      ),
    ).toMatchObject({ n: 3 })
  })

  it('and changed in between is refused by row', async () => {
    const book = await exported()
    await work.point('PATCH', `${pointsOf(1)}/${idOf('b', 3)}`, { version: 1, name: '改了名字' })
    const refused = await report(await handIn(book, '?check=true'))
    expect(refused.problems.map(({ column }) => column)).toEqual(['版本'])
    const response = await handIn(book)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      type: 'urn:onemap:problem:control-list-refused',
      errors: [{ field: `rows.${refused.problems[0]?.row}.版本` }],
    })
  })
})

describe('a control list', () => {
  it('adds and changes what it says, keeps what it does not', async () => {
    const book = await exported()
    const sheet = sheetOf(book)
    sheet.eachRow((row) => {
      if (row.getCell(columnOf('风险点编码')).value !== 'FX-100') return
      row.getCell(columnOf('风险点名称')).value = '液氨罐区'
      if (row.getCell(columnOf('危险源')).value === '误操作')
        row.getCell(columnOf('制度管理')).value = '【岗位】持证上岗'
    })
    const done = await report(await handIn(book))
    expect(done.tallies.slice(0, 4)).toMatchObject([
      { updated: 1, created: 0 },
      { created: 0, updated: 0, removed: 0 },
      { created: 0 },
      { created: 1, removed: 0 },
    ])
    const added = await report(
      await handIn(
        listOf({
          ...NEW,
          管控层级: '班组、岗位',
          制度管理: '每班检查',
          责任部门: '动力车间',
          责任人: '孙某',
          手机: '13900000000',
        }),
      ),
    )
    expect(added).toMatchObject({ notices: ['1 个新风险点没有坐标，暂用企业的坐标'] })
    expect(added.tallies.map(({ created }) => created)).toEqual([1, 1, 1, 2, 2])
    const again = await report(
      await handIn(
        listOf({
          ...NEW,
          管控层级: '班组、岗位',
          制度管理: '每班检查',
          责任部门: '动力车间',
          责任人: '孙某',
        }),
      ),
    )
    expect(
      again.tallies.map(({ created, updated, removed }) => created + updated + removed),
    ).toEqual([0, 0, 0, 0, 0])
    const Level = z.object({ level: z.int(), name: z.string() })
    expect(
      await work.app.database.asOwner((tx) =>
        queryRow(tx, Level, sql`SELECT level, name FROM risk_points WHERE code = 'N-1'`),
      ),
    ).toEqual({ level: 3, name: '配电室' })
  })

  it('assesses anew where its values differ, and raises only up', async () => {
    const raised = await report(
      await handIn(listOf({ ...NEW, L: 1, 风险等级: '较大', 评价说明: '雨季从严管控' })),
    )
    expect(raised.tallies[2]).toMatchObject({ created: 1 })
    const lowered = await report(
      await handIn(
        listOf({ ...NEW, L: 6, 风险等级: '低', 评价说明: '降低等级试试' }),
        '?check=true',
      ),
    )
    expect(lowered.problems).toMatchObject([{ row: 2, column: '风险等级' }])
    const silent = await report(await handIn(listOf({ ...NEW, 风险等级: '较大' }), '?check=true'))
    expect(silent.problems[0]?.message).toContain('请填评价说明')
  })

  it.each<[string, Cells[], [number, string][]]>([
    ['an unknown word', [{ ...NEW, 因素: '天气' }], [[2, '因素']]],
    ['a value outside the table', [{ ...NEW, L: 7 }], [[2, 'L']]],
    [
      'another enterprise’s code',
      [{ ...NEW, 统一社会信用代码: '91370405MA3D2PT70B' }],
      [[2, '统一社会信用代码']],
    ],
    [
      'rows that contradict',
      [NEW, { ...NEW, 风险点名称: '另一个', 危险源: '短路' }],
      [[3, '风险点名称']],
    ],
    ['a source twice', [NEW, NEW], [[3, '危险源']]],
    ['half a place', [{ ...NEW, 经度: 117.73 }], [[2, '纬度']]],
    ['a place without a datum', [{ ...NEW, 经度: 117.73, 纬度: 34.56 }], [[2, '坐标系']]],
    ['a place far away', [{ ...NEW, 经度: 116.4, 纬度: 39.9, 坐标系: 'WGS 84' }], [[2, '经度']]],
    ['half a source', [{ ...NEW, 事故类型: null }], [[2, '事故类型']]],
    [
      'one wrong row of three',
      [NEW, { ...NEW, 风险点编码: 'N-2', E: null }, { ...NEW, 风险点编码: 'N-3' }],
      [[3, 'E']],
    ],
  ])(
    'with %s is refused by row and column, and nothing is written',
    async (_what, rows, expected) => {
      const before = await state()
      const { problems } = await report(await handIn(listOf(...rows), '?check=true'))
      expect(problems.map(({ row, column }) => [row, column])).toEqual(expected)
      expect((await handIn(listOf(...rows))).status).toBe(422)
      expect(await state()).toEqual(before)
    },
  )

  it('is a workbook with the right headings, of one’s own enterprise', async () => {
    const empty = new ExcelJS.Workbook()
    empty.addWorksheet('空').addRow(['风险点名称'])
    for (const [file, what] of [
      [new Uint8Array([1, 2, 3]), 'xlsx'],
      [new Uint8Array(Buffer.from('504b0304abcd', 'hex')), '损坏'],
      [empty, '表头'],
    ] as const) {
      const response = await handIn(file)
      expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(what)])
    }
    expect(
      (await work.app.get(LIST, { method: 'POST', body: new FormData(), scope: FIRST })).status,
    ).toBe(400)
    expect((await handIn(new Uint8Array(10 * 1024 * 1024 + 100_000))).status).toBe(413)
    expect((await handIn(listOf(NEW), '', SECOND)).status).toBe(404)
    expect((await handIn(listOf(NEW), '', ENERGY)).status).toBe(403)
    expect((await work.send('GET', `${LIST}.xlsx`, undefined, SECOND)).status).toBe(404)
    expect(work.app.failures).toEqual([])
  })
})
