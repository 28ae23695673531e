import { loadInBulk } from '@onemap/api/db/audit'
import type { Database, Tx } from '@onemap/api/db/database'
import type { Datum } from '@onemap/api/domain/datum'
import { checkStaged } from './import/check.ts'
import { parseLayer } from './import/parse.ts'
import { reassignEnterprises } from './import/reassign.ts'
import { LayerRefused, type Report } from './import/report.ts'
import { retireGrids, retireVillages } from './import/retire.ts'
import { LAYERS, type LayerName } from './layers.ts'
import { stage } from './store/stage.ts'
import { writeSource, writeStaged } from './store/write.ts'

export interface ImportOptions {
  layer: LayerName
  /** The GeoJSON file's text. */
  text: string
  /** Datum of its coordinates. */
  datum: Datum
  source: string
  licence: string
  /** Day (YYYY-MM-DD) the file was obtained. */
  obtainedOn: string
  /** Everything is done and reported, then rolled back. */
  dryRun: boolean
  /** Overlaps and gaps up to this many m² are let pass. */
  tolerance: number
  /** Villages may be new or missing. */
  allowCodeChanges: boolean
}

/** Ends a transaction that went well but must leave nothing. */
class Rehearsed extends Error {}

/**
 * Replaces a layer of the database with an official file, in one transaction: all of it or nothing.
 *
 * @throws {LayerRefused} with the report when anything is wrong with the file
 */
export async function importLayer(database: Database, options: ImportOptions): Promise<Report> {
  const { features, problems } = parseLayer(options.layer, options.text, options.datum)
  const report: Report = {
    layer: LAYERS[options.layer].zh,
    features: features.length,
    problems,
    warnings: [],
    done: [],
  }
  refuseIfBad(report)
  try {
    await database.asOwner(async (tx) => {
      await loadInBulk(tx, `地理数据导入 ${options.layer}`)
      await stage(tx, features)
      const { problems, warnings } = await checkStaged(tx, features, options)
      report.problems.push(...problems)
      report.warnings.push(...warnings)
      refuseIfBad(report)
      await replace(tx, options, report)
      if (options.dryRun) throw new Rehearsed()
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
  return report
}

function refuseIfBad(report: Report): void {
  if (report.problems.length > 0) throw new LayerRefused(report)
}

/** Writes the staged layer and everything that follows from it. */
async function replace(tx: Tx, options: ImportOptions, report: Report): Promise<void> {
  const { layer } = options
  await writeStaged(tx, layer, false)
  await writeSource(tx, layer, { ...options, schematic: false, note: '' })
  report.done.push(`写入 ${report.features} 个要素，来源：${options.source}（${options.licence}）`)
  if (layer !== 'towns' && layer !== 'villages' && layer !== 'grids') return
  const moves = await reassignEnterprises(tx, layer)
  report.done.push(...moves.done)
  report.warnings.push(...moves.warnings)
  const retired = await retire(tx, layer)
  report.done.push(...retired.done)
  report.warnings.push(...retired.warnings)
}

async function retire(tx: Tx, layer: 'towns' | 'villages' | 'grids') {
  if (layer === 'grids') return retireGrids(tx)
  return layer === 'villages' ? retireVillages(tx) : { done: [], warnings: [] }
}
