import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Config } from '@onemap/api/config'
import type { Database } from '@onemap/api/db/database'
import { openEvidenceStore } from '@onemap/api/db/open-evidence-store'
import { openDatabase, START_PATIENCE_MS } from '@onemap/api/db/open'
import { openSealer } from '@onemap/api/db/personal-data-key'
import { queryRow } from '@onemap/api/db/rows'
import { todayInChina } from '@onemap/api/domain/overdue'
import { loadGeography } from '@onemap/geodata/load'
import { USUAL_SIZE } from '../district.ts'
import { readExamples, storeExamples } from '../evidence/pictures.ts'
import { loadDistrict } from './load-district.ts'
import { showProgress } from './progress.ts'
import { countStanding } from './standing.ts'

/** Brings a database to where the server can start — schema, geography, demonstration district — and says what it does. */
export async function prepareDatabase(config: Config, opening: string): Promise<void> {
  const database = await step(opening, () => openDatabase(config, START_PATIENCE_MS))
  try {
    if (await needsGeography(database)) {
      await step(
        '正在写入行政区划、网格和运河 (loading towns, villages, grids and the canal) …',
        () => database.asOwner(loadGeography),
      )
    }
    if (config.demo && (await isEmpty(database))) {
      await step(
        '正在生成演示数据，企业、人员、电话均为虚构 (inventing the demonstration district; nobody in it is real) …',
        () => seed(database, config),
      )
    }
  } finally {
    await database.close()
  }
}

const SIGN_OF_LIFE_MS = 5_000

/** Says what is being done, that it goes on, and how long it took. */
async function step<T>(message: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1)
  console.log(message)
  const signs = setInterval(
    () => console.log(`  仍在进行 still working, ${seconds()} s`),
    SIGN_OF_LIFE_MS,
  )
  try {
    const result = await work()
    console.log(`  完成 done, ${seconds()} s`)
    return result
  } finally {
    clearInterval(signs)
  }
}

const Known = z.object({ known: z.boolean() })

async function needsGeography(database: Database): Promise<boolean> {
  const row = await database.asOwner((tx) =>
    queryRow(
      tx,
      Known,
      sql`SELECT EXISTS (SELECT FROM areas) AND EXISTS (SELECT FROM grids) AS known`,
    ),
  )
  return !row?.known
}

async function isEmpty(database: Database): Promise<boolean> {
  const { demonstration, real } = await database.asOwner(countStanding)
  return demonstration + real === 0
}

async function seed(database: Database, config: Config): Promise<void> {
  const sealer = await openSealer(config)
  const progress = showProgress(USUAL_SIZE)
  try {
    await storeExamples(await readExamples(), openEvidenceStore(config))
    await database.asOwner((tx) =>
      loadDistrict(
        database,
        tx,
        { ...USUAL_SIZE, asOf: todayInChina(new Date()) },
        sealer,
        progress.update,
      ),
    )
  } finally {
    progress.stop()
  }
}
