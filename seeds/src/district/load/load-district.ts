import { setImmediate } from 'node:timers/promises'
import { loadInBulk } from '@onemap/api/db/audit'
import type { Database, Tx } from '@onemap/api/db/database'
import type { Sealer } from '@onemap/api/db/sealed'
import { loadConcerns } from '../disclosure/load-concerns.ts'
import { loadDisclosure } from '../disclosure/load-disclosure.ts'
import { inventDistrict } from '../district.ts'
import { readExamples } from '../evidence/pictures.ts'
import { loadInspections } from '../inspections/load-inspections.ts'
import { loadPatrols } from '../patrols/load-patrols.ts'
import { loadNotices } from '../notices/load-notices.ts'
import { loadPrejudgements } from '../prejudgements/load-prejudgements.ts'
import { loadOrders } from '../orders/load-orders.ts'
import type { DistrictOptions } from '../plan.ts'
import type { EnterpriseRecord } from '../rows.ts'
import { openDemoAccounts } from './demo-accounts.ts'
import { readGeography } from './geography.ts'
import { loadGridStaff, loadOffices } from './people.ts'
import { TABLES, type Surroundings } from './tables.ts'

/** How many rows went in. */
export interface Loaded {
  enterprises: number
  riskPoints: number
  hazards: number
}

/** Rows of a batch are in memory and in the triggers' transition tables at once. */
const BATCH_RISK_POINTS = 5_000

/**
 * Writes a demonstration district inside the transaction, batch by batch in bounded memory: while the
 * database takes one batch in, the next is invented.
 * @param sealer seals the mobiles
 * @param onProgress called after every batch with the totals so far
 */
export async function loadDistrict(
  database: Database,
  tx: Tx,
  options: DistrictOptions,
  sealer: Sealer,
  onProgress: (loaded: Loaded) => void,
): Promise<Loaded> {
  await loadInBulk(tx, '演示数据生成')
  const district = inventDistrict(await readGeography(tx), options)
  const officeIds = await loadOffices(tx, options.seed)
  await loadGridStaff(database, tx, district.gridStaff, sealer)
  const examples = await readExamples()
  const loaded: Loaded = { enterprises: 0, riskPoints: 0, hazards: 0 }

  async function write(batch: readonly EnterpriseRecord[]): Promise<void> {
    for (const table of TABLES) {
      await database.copyIn(
        tx,
        table.name,
        table.columns,
        linesOf(table, batch, { officeIds, sealer, examples }),
      )
    }
    for (const record of batch) {
      loaded.enterprises += 1
      loaded.riskPoints += record.riskPoints.length
      loaded.hazards += record.hazards.length
    }
    onProgress(loaded)
  }

  let writing = Promise.resolve()
  for await (const batch of batches(district.records())) {
    await writing
    writing = write(batch)
    // Awaited with the next batch; until then a failure waits here instead of ending the process.
    writing.catch(() => undefined)
  }
  await writing
  await openDemoAccounts(tx, options.seed)
  await loadPrejudgements(tx, options)
  await loadOrders(database, tx, options)
  await loadInspections(database, tx, options)
  await loadPatrols(database, tx, options)
  await loadNotices(tx, options)
  await loadDisclosure(tx, options)
  await loadConcerns(tx, options)
  return loaded
}

function* linesOf(
  table: (typeof TABLES)[number],
  batch: readonly EnterpriseRecord[],
  surroundings: Surroundings,
): Generator<string> {
  for (const record of batch) yield* table.lines(record, surroundings)
}

async function* batches(records: Iterable<EnterpriseRecord>): AsyncGenerator<EnterpriseRecord[]> {
  let batch: EnterpriseRecord[] = []
  let size = 0
  for (const record of records) {
    batch.push(record)
    size += record.riskPoints.length
    // Lets the running COPY send on.
    await setImmediate()
    if (size < BATCH_RISK_POINTS) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}
