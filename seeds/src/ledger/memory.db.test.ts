import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Database } from '@onemap/api/db/database'
import { TEST_SEALER } from '@onemap/api/db/test-fixture-risks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFile } from '@onemap/api/ledger/file/test-files'
import { hazardLedger } from './hazards/ledger.ts'
import { importLedger } from './import-ledger.ts'
import { testCreditCode } from './test-context.ts'
import {
  databaseWithGeography,
  ENTERPRISE_HEADINGS,
  enterpriseLine,
  importLines,
} from './test-import.ts'

const ROWS = 20_000
/** Collecting garbage takes longer than reading a chunk. */
const CHUNKS_BETWEEN_SAMPLES = 4
const MEGABYTE = 2 ** 20

let database: Database
beforeAll(async () => {
  database = await databaseWithGeography()
  await importLines(database, 'enterprises', [ENTERPRISE_HEADINGS, enterpriseLine(1)])
})
afterAll(() => database.close())

it('holds no more of a long ledger in memory at the end than near the beginning', async () => {
  setFlagsFromString('--expose-gc')
  const collect = z
    .custom<() => void>((value) => typeof value === 'function')
    .parse(runInNewContext('gc'))
  const heap: number[] = []
  let chunks = 0
  const measured: Database = {
    ...database,
    async copyIn(...parameters) {
      await database.copyIn(...parameters)
      if (parameters[1] !== 'import_rows') return
      chunks += 1
      if (chunks % CHUNKS_BETWEEN_SAMPLES !== 0) return
      collect()
      heap.push(process.memoryUsage().heapUsed)
    },
  }
  const line = `${testCreditCode(1)},Y#,喷淋系统东侧喷头堵塞${'，已停用'.repeat(20)},2026-05-01,一般,整改中`
  const lines = Array.from({ length: ROWS }, (_, index) => line.replace('#', String(index)))
  const path = await temporaryFile(
    '大台账.csv',
    `信用代码,隐患编号,隐患描述,发现日期,等级,状态\n${lines.join('\n')}\n坏行`,
  )
  lines.length = 0
  // The last row is bad: what is measured is reading and staging; writing is the database's, set by set.
  const report = await importLedger(measured, hazardLedger, path, { sealer: TEST_SEALER })
  expect(report).toMatchObject({ rows: ROWS + 1, badRows: 1, accepted: false })
  const [early = 0, ...later] = heap
  expect(Math.max(...later) - early).toBeLessThan(8 * MEGABYTE)
}, 60_000)
