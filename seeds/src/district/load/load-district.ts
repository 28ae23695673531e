import { loadInBulk } from '@onemap/api/db/audit'
import type { Database, Tx } from '@onemap/api/db/database'
import type { Sealer } from '@onemap/api/db/sealed'
import { inventDistrict } from '../district.ts'
import type { DistrictOptions } from '../plan.ts'
import type { EnterpriseRecord } from '../rows.ts'
import { openDemoAccounts } from './demo-accounts.ts'
import { readGeography } from './geography.ts'
import { loadGridStaff, loadOffices } from './people.ts'
import { TABLES } from './tables.ts'

/** How many rows went in. */
export interface Loaded {
  enterprises: number
  riskPoints: number
  hazards: number
}

/** Rows of a batch are in memory and in the triggers' transition tables at once. */
const BATCH_RISK_POINTS = 5_000

/**
 * Writes a demonstration district inside the transaction, batch by batch in bounded memory.
 * @param sealer seals the mobiles
 * @param onProgress called after every batch with the totals so far
 */
export async function loadDistrict(database: Database, tx: Tx, options: DistrictOptions, sealer: Sealer, onProgress: (loaded: Loaded) => void): Promise<Loaded> {
  await loadInBulk(tx, '演示数据生成')
  const district = inventDistrict(await readGeography(tx), options)
  const officeIds = await loadOffices(tx, options.seed)
  await loadGridStaff(database, tx, district.gridStaff, sealer)
  const loaded: Loaded = { enterprises: 0, riskPoints: 0, hazards: 0 }
  for (const batch of batches(district.records())) {
    for (const table of TABLES) {
      await database.copyIn(tx, table.name, table.columns, batch.flatMap((record) => table.lines(record, { officeIds, sealer })))
    }
    for (const record of batch) {
      loaded.enterprises += 1
      loaded.riskPoints += record.riskPoints.length
      loaded.hazards += record.hazards.length
    }
    onProgress(loaded)
  }
  await openDemoAccounts(tx, options.seed)
  return loaded
}

function* batches(records: Iterable<EnterpriseRecord>): Generator<EnterpriseRecord[]> {
  let batch: EnterpriseRecord[] = []
  let size = 0
  for (const record of records) {
    batch.push(record)
    size += record.riskPoints.length
    if (size < BATCH_RISK_POINTS) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}
