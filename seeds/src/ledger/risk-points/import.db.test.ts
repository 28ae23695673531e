import { TEST_SEALER } from '@onemap/api/db/test-fixture-risks'
import type { Database } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture } from '@onemap/api/ledger/file/test-files'
import { importLedger } from '../import-ledger.ts'
import { testCreditCode } from '../test-context.ts'
import {
  databaseWithGeography,
  ENTERPRISE_HEADINGS,
  enterpriseLine,
  importLines,
  layerVersions,
  rowsOf,
} from '../test-import.ts'
import { riskPointLedger } from './ledger.ts'

let database: Database
beforeAll(async () => {
  database = await databaseWithGeography()
  await importLines(database, 'enterprises', [
    ENTERPRISE_HEADINGS,
    enterpriseLine(0),
    enterpriseLine(1),
  ])
})
afterAll(() => database.close())

const HEADINGS =
  '信用代码,风险点编码,风险点名称,类型,危险源,因素,事故类型,L,E,C,风险等级,评价日期,物理工程,管控层级,责任部门,责任人,手机'
const CODE = testCreditCode(1)
const LINES = [
  HEADINGS,
  `${CODE},F1,罐区,场所,法兰泄漏,物,火灾,3,6,15,橙,2026-03-01,围堰,班组、岗位,生产部,孙某,10000000000`,
  ',,,,静电积聚,物,其他爆炸,1,6,7,蓝,2026-03-01,接地,岗位,生产部,孙某,',
  `${CODE},F2,配电室,设施,绝缘老化,物,触电,1,6,15,黄,2026-03-01,检测,岗位,设备部,李某,`,
]
const importPoints = (lines: readonly string[], options = {}) =>
  importLines(database, 'risk-points', lines, options)
const points = () =>
  rowsOf(
    database,
    sql`SELECT code, no, level, accident_type AS accident FROM risk_points ORDER BY no`,
  )

describe('a good ledger', () => {
  it('makes points of rows, with the worst level', async () => {
    expect(await importPoints(LINES)).toMatchObject({
      badRows: 0,
      tallies: [
        { what: expect.objectContaining({ zh: '风险点' }), created: 2 },
        { what: expect.objectContaining({ zh: '危险源' }), created: 3, removed: 0 },
        { what: expect.objectContaining({ zh: '风险评价' }), created: 3 },
      ],
      notices: [expect.objectContaining({ zh: expect.stringContaining('2 个新风险点没有坐标') })],
    })
    expect(await points()).toEqual([
      { code: 'F1', no: 1, level: 2, accident: 8 },
      { code: 'F2', no: 2, level: 3, accident: 5 },
    ])
    expect(
      await rowsOf(database, sql`SELECT risk_level FROM enterprises WHERE credit_code = ${CODE}`),
    ).toEqual([{ risk_level: 2 }])
    expect(
      await rowsOf(
        database,
        sql`
      SELECT r.control_level AS level, r.person, r.mobile_masked AS mobile FROM responsibilities r JOIN risk_points p ON p.id = r.risk_point_id
      WHERE p.code = 'F1' ORDER BY 1`,
      ),
    ).toEqual([
      { level: 'post', person: '孙某', mobile: '100****0000' },
      { level: 'team', person: '孙某', mobile: '100****0000' },
    ])
  })

  it('changes nothing the second time', async () => {
    const before = await layerVersions(database)
    expect(await importPoints(LINES)).toMatchObject({
      tallies: [
        { updated: 0, unchanged: 2 },
        { created: 0, updated: 0, unchanged: 3, removed: 0 },
        { created: 0, unchanged: 3 },
      ],
    })
    expect(await layerVersions(database)).toEqual(before)
  })

  it('adds a re-assessment, drops a source that the point no longer has, and leaves other points alone', async () => {
    const revised = `${CODE},F1,罐区,场所,法兰泄漏,物,火灾,1,6,15,黄,2026-05-01,围堰,班组、岗位,生产部,孙某,`
    expect(await importPoints([HEADINGS, revised])).toMatchObject({
      tallies: [{ updated: 1, unchanged: 0 }, { unchanged: 1, removed: 1 }, { created: 1 }],
    })
    expect((await points())[0]).toMatchObject({ level: 3, accident: 8 })
    expect(
      await rowsOf(
        database,
        sql`SELECT a.level FROM assessments a JOIN hazard_sources s ON s.id = a.hazard_source_id WHERE s.description = '法兰泄漏' ORDER BY assessed_on`,
      ),
    ).toEqual([{ level: 2 }, { level: 3 }])
    expect(
      await rowsOf(
        database,
        sql`SELECT count(DISTINCT mobile_sealed)::int AS n FROM responsibilities`,
      ),
    ).toEqual([{ n: 1 }])
  })

  it('may be written by other programs', async () => {
    for (const name of ['risk-points-libreoffice.xlsx', 'risk-points-openpyxl.xlsx']) {
      const report = await importLedger(database, riskPointLedger, fixture(name), {
        dryRun: true,
        sealer: TEST_SEALER,
      })
      expect(report.problems).toEqual([])
      expect(report).toMatchObject({
        rows: 3,
        accepted: true,
        tallies: [{ created: 2 }, { created: 3 }, { created: 3 }],
      })
    }
  })
})

describe('bad rows', () => {
  const bad = [
    HEADINGS,
    `${CODE},F8,车间,场所,甲,物,火灾,3,6,15,蓝,,,,,,`,
    `${CODE},F8,车间,场所,乙,物,火灾,1,6,7,蓝,,,,,,`,
    `${testCreditCode(99)},F1,车间,场所,甲,物,火灾,1,6,7,蓝,,,,,,`,
    `${CODE},F9,泵房,场所,甲,物,火灾,1,6,7,蓝,,,,,,`,
    `${CODE},F9,水泵房,场所,乙,物,火灾,1,6,7,蓝,,,,,,`,
    `${CODE},F7,门卫,场所,甲,物,火灾,1,6,7,蓝,,,,,,`,
    `${CODE},F7,门卫,场所,甲,物,火灾,1,6,7,蓝,,,,,,`,
    `${CODE},F6,食堂,场所,甲,物,火灾,1,6,7,蓝,,,,,,`,
  ]

  it('are explained, and take the other rows of their point with them', async () => {
    const report = await importPoints(bad, { dryRun: true, skipBad: true })
    expect(
      report.problems.map(({ row, heading, message }) => `${row} ${heading} ${message.zh}`),
    ).toEqual([
      expect.stringMatching(/^2 风险等级 填写“低（蓝）”.*应为“较大（橙）”/),
      '3 风险点编码 同一风险点的第 2 行有错，整个风险点未导入',
      expect.stringMatching(/^4 .*请先导入企业台账/),
      expect.stringMatching(/^5 风险点编码 同一风险点的第 6 行有错/),
      expect.stringMatching(/^6 风险点名称 与第 5 行不一致/),
      expect.stringMatching(/^7 风险点编码 同一风险点的第 8 行有错/),
      expect.stringMatching(/^8 危险源 与第 7 行重复/),
    ])
    expect(report.tallies[0]).toMatchObject({ created: 1 })
  })
})
