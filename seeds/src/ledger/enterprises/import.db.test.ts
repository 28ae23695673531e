import { TEST_SEALER } from '@onemap/api/db/test-fixture-risks'
import type { Database } from '@onemap/api/db/database'
import { readFile } from 'node:fs/promises'
import { sql } from '@onemap/api/db/sql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixture, temporaryFile } from '@onemap/api/ledger/file/test-files'
import { importLedger } from '../import-ledger.ts'
import { rejectsPath } from '../rejects.ts'
import { testCreditCode } from '../test-context.ts'
import {
  databaseWithGeography,
  ENTERPRISE_HEADINGS,
  enterpriseLine,
  importLines,
  layerVersions,
  placeInNigou,
  rowsOf,
} from '../test-import.ts'
import { enterpriseLedger } from './ledger.ts'

let database: Database
beforeAll(async () => {
  database = await databaseWithGeography()
})
afterAll(() => database.close())

const count = async () =>
  (await rowsOf(database, sql`SELECT count(*)::int AS n FROM enterprises`))[0]?.['n']

describe('a good ledger', () => {
  it('comes in with grid, office and initials', async () => {
    const report = await importLines(database, 'enterprises', [
      ENTERPRISE_HEADINGS,
      enterpriseLine(1),
      enterpriseLine(2),
    ])
    expect(report).toMatchObject({
      rows: 2,
      badRows: 0,
      accepted: true,
      tallies: [{ created: 2, updated: 0, unchanged: 0 }],
    })
    const rows = await rowsOf(
      database,
      sql`
      SELECT e.initials, e.kind, e.is_demo, e.source_datum, o.name AS office, ST_Covers(g.geom, e.geom) AS covered
      FROM enterprises e JOIN offices o ON o.id = e.office_id JOIN grids g ON g.id = e.grid_id
      WHERE e.credit_code = ${testCreditCode(1)}`,
    )
    expect(rows).toEqual([
      {
        initials: 'csqy1',
        kind: 'general',
        is_demo: false,
        source_datum: 'wgs84',
        office: '未分配',
        covered: true,
      },
    ])
  })

  it('changes nothing the second time, and only what differs the third', async () => {
    const before = await layerVersions(database)
    expect(
      await importLines(database, 'enterprises', [
        ENTERPRISE_HEADINGS,
        enterpriseLine(1),
        enterpriseLine(2),
      ]),
    ).toMatchObject({ tallies: [{ created: 0, updated: 0, unchanged: 2 }] })
    expect(await layerVersions(database)).toEqual(before)
    expect(
      await importLines(database, 'enterprises', [
        ENTERPRISE_HEADINGS,
        enterpriseLine(1),
        enterpriseLine(2, { name: '改名企业' }),
      ]),
    ).toMatchObject({ tallies: [{ created: 0, updated: 1, unchanged: 1 }] })
    expect(
      await rowsOf(
        database,
        sql`SELECT name, initials FROM enterprises WHERE credit_code = ${testCreditCode(2)}`,
      ),
    ).toEqual([{ name: '改名企业', initials: 'gmqy' }])
  })

  it('keeps what the file has no column for', async () => {
    await importLines(database, 'enterprises', [
      ENTERPRISE_HEADINGS.replace(',从业人数', ''),
      enterpriseLine(1).replace(/,10$/, ''),
    ])
    expect(
      await rowsOf(
        database,
        sql`SELECT employees FROM enterprises WHERE credit_code = ${testCreditCode(1)}`,
      ),
    ).toEqual([{ employees: 10 }])
  })

  it('may be written by another program', async () => {
    const report = await importLedger(
      database,
      enterpriseLedger,
      fixture('enterprises-libreoffice.xlsx'),
      { datum: 'wgs84', dryRun: true, sealer: TEST_SEALER },
    )
    expect(report).toMatchObject({ rows: 3, badRows: 0, accepted: true })
    expect(report.unread.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('填表说明'),
      expect.stringContaining('模板示例行 1 行'),
    ])
  })
})

describe('coordinates', () => {
  it('are converted from their datum', async () => {
    await importLines(database, 'enterprises', [ENTERPRISE_HEADINGS, enterpriseLine(3)], {
      datum: 'gcj02',
    })
    const [longitude, latitude] = placeInNigou()
    const rows = await rowsOf(
      database,
      sql`
      SELECT source_datum, round(ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)::geography))::int AS moved
      FROM enterprises WHERE credit_code = ${testCreditCode(3)}`,
    )
    expect(rows).toEqual([{ source_datum: 'gcj02', moved: expect.closeTo(545, -2) }])
  })

  it('need a datum', async () => {
    await expect(
      importLines(database, 'enterprises', [ENTERPRISE_HEADINGS, enterpriseLine(3)], {
        datum: undefined,
      }),
    ).rejects.toThrow('--datum')
  })

  it('outside the district are refused with the distance and the datum that would put them inside', async () => {
    const edge = await rowsOf(
      database,
      sql`
      SELECT ST_X(p) AS x, ST_Y(p) AS y
      FROM (SELECT (ST_DumpPoints(geom)).geom AS p FROM areas WHERE level = 'county') v ORDER BY x DESC LIMIT 1`,
    )
    const [x, y] = [Number(edge[0]?.['x']), Number(edge[0]?.['y'])]
    const report = await importLines(database, 'enterprises', [
      ENTERPRISE_HEADINGS,
      enterpriseLine(4, { longitude: x + 0.004, latitude: y + 0.0003 }),
      enterpriseLine(5, { longitude: 118.5 }),
    ])
    expect(report.problems).toEqual([
      {
        sheet: null,
        row: 2,
        heading: '经度',
        message: expect.objectContaining({
          zh: expect.stringMatching(
            /距区界 \d+ 米；若按 .+ 转换则在区内，坐标系可能应为 (gcj02|bd09)/,
          ),
        }),
      },
      {
        sheet: null,
        row: 3,
        heading: '经度',
        message: expect.objectContaining({
          zh: expect.stringMatching(/距区界 \d+\.\d 公里；换用其他坐标系也不在区内/),
        }),
      },
    ])
  })
})

describe('a ledger with bad rows', () => {
  const lines = [
    ENTERPRISE_HEADINGS,
    enterpriseLine(10),
    enterpriseLine(11, { code: '91370405MA30000005' }),
    enterpriseLine(12, { town: '尼沟镇' }),
    enterpriseLine(13),
    enterpriseLine(13),
  ]

  it('writes nothing and explains every row', async () => {
    const before = await count()
    const report = await importLines(database, 'enterprises', lines)
    expect(report).toMatchObject({
      rows: 5,
      badRows: 4,
      accepted: false,
      tallies: [],
      rejectsFile: null,
    })
    expect(report.problems.map(({ row, message }) => `${row} ${message.zh}`)).toEqual([
      expect.stringMatching(/^3 .*末位应为/),
      '4 “尼沟镇”不是台儿庄区的镇街，是否为“泥沟镇”？',
      expect.stringContaining('5 “91370405MA3000013'),
      expect.stringContaining('第 5 行也是这个代码'),
    ])
    expect(await count()).toBe(before)
  })

  it('gives its good rows and a rejects file when bad ones may be skipped', async () => {
    const path = await temporaryFile('台账.csv', lines.join('\n'))
    const report = await importLedger(database, enterpriseLedger, path, {
      datum: 'wgs84',
      skipBad: true,
      sealer: TEST_SEALER,
    })
    expect(report).toMatchObject({
      badRows: 4,
      accepted: true,
      tallies: [{ created: 1 }],
      rejectsFile: rejectsPath(path),
    })
    const rejects = await readFile(rejectsPath(path), 'utf8')
    expect(rejects.startsWith('\ufeff"统一社会信用代码",')).toBe(true)
    expect(
      rejects
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').at(-2)),
    ).toEqual(['"3"', '"4"', '"5"', '"6"'])
  })

  it('writes nothing in a dry run', async () => {
    const before = [await count(), await layerVersions(database)]
    const report = await importLines(
      database,
      'enterprises',
      [ENTERPRISE_HEADINGS, enterpriseLine(20)],
      { dryRun: true },
    )
    expect(report).toMatchObject({ accepted: true, dryRun: true, tallies: [{ created: 1 }] })
    expect([await count(), await layerVersions(database)]).toEqual(before)
  })
})

it('removes the demonstration only together with an import that succeeds', async () => {
  await rowsOf(
    database,
    sql`UPDATE enterprises SET is_demo = true WHERE credit_code = ${testCreditCode(1)} RETURNING 1 AS n`,
  )
  const before = await count()
  await importLines(
    database,
    'enterprises',
    [ENTERPRISE_HEADINGS, enterpriseLine(30, { town: '北京' })],
    { removeDemo: true },
  )
  expect(await count()).toBe(before)
  const report = await importLines(
    database,
    'enterprises',
    [ENTERPRISE_HEADINGS, enterpriseLine(30)],
    { removeDemo: true },
  )
  expect(report).toMatchObject({ demoRemoved: 1, tallies: [{ created: 1 }] })
  expect(await count()).toBe(before)
})
