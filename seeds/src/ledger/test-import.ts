import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@onemap/api/db/test-database'
import { TEST_SEALER } from '@onemap/api/db/test-fixture-risks'
import type { Database } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { loadGeography } from '@onemap/geodata/load'
import { readLayer } from '@onemap/geodata/read'
import { sql, type SQL } from '@onemap/api/db/sql'
import { z } from 'zod'
import { importLedger, type ImportReport } from './import-ledger.ts'
import { LEDGERS, type LedgerName } from './ledgers.ts'
import { testCreditCode } from './test-context.ts'

/** 1 June 2026, noon in China. */
const NOW = new Date('2026-06-01T04:00:00Z')

/** A database that knows the district's areas and grids. */
export async function databaseWithGeography(): Promise<Database> {
  const database = await testDatabase()
  await database.asOwner((tx) => loadGeography(tx))
  return database
}

type Options = Partial<Parameters<typeof importLedger>[3]>

/** Imports lines of CSV, coordinates in WGS 84 unless said otherwise. */
export async function importLines(
  database: Database,
  ledger: LedgerName,
  lines: readonly string[],
  options: Options = {},
): Promise<ImportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  try {
    const path = join(folder, 'ledger.csv')
    await writeFile(path, lines.join('\n'))
    return await importLedger(database, LEDGERS[ledger], path, {
      datum: 'wgs84',
      now: NOW,
      sealer: TEST_SEALER,
      ...options,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Rows of a query as plain objects. */
export function rowsOf(database: Database, query: SQL): Promise<Record<string, unknown>[]> {
  return database.asOwner((tx) => queryRows(tx, z.record(z.string(), z.unknown()), query))
}

/** Versions of the map's layers, to see whether an import touched them. */
export function layerVersions(database: Database): Promise<Record<string, unknown>[]> {
  return rowsOf(
    database,
    sql`SELECT layer, grid_id::text AS grid, version::text AS version FROM layer_versions ORDER BY 1, 2`,
  )
}

/** A place in 泥沟镇: the first vertex-mean of one of its schematic villages. */
export function placeInNigou(): readonly [number, number] {
  const village = readLayer('villages').features.find(
    ({ properties }) => properties.townCode === '370405102',
  )
  const ring = village?.geometry.coordinates[0]?.[0]?.slice(1) ?? []
  const mean = (at: 0 | 1) => ring.reduce((sum, position) => sum + position[at], 0) / ring.length
  return [Number(mean(0).toFixed(6)), Number(mean(1).toFixed(6))]
}

export const ENTERPRISE_HEADINGS = '统一社会信用代码,企业名称,行业,地址,镇街,经度,纬度,从业人数'

/** A good line of the enterprise ledger. */
export function enterpriseLine(
  number: number,
  change: {
    name?: string
    longitude?: number
    latitude?: number
    town?: string
    code?: string
  } = {},
): string {
  const [longitude, latitude] = placeInNigou()
  const { name = `测试企业${number}`, town = '泥沟镇', code = testCreditCode(number) } = change
  return [
    code,
    name,
    '水泥制造',
    '某路',
    town,
    change.longitude ?? longitude,
    change.latitude ?? latitude,
    10,
  ].join(',')
}
