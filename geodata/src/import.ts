import { loadInBulk } from '@onemap/api/db/audit'
import type { Database, Tx } from '@onemap/api/db/database'
import { checkStaged } from './import/check.ts'
import { reassignEnterprises } from './import/reassign.ts'
import { LayerRefused, type Report } from './import/report.ts'
import { markRetiring, retire } from './import/retire.ts'
import { LAYERS, type LayerName } from './layers.ts'
import { readLayerFile, type ReadingOptions } from './reading/read-layer.ts'
import { stage } from './store/stage.ts'
import { isPartlySchematic, writeSource, writeStaged } from './store/write.ts'

export interface ImportOptions extends ReadingOptions {
  layer: LayerName
  /** The GeoJSON file. */
  bytes: Uint8Array
  source: string
  licence: string
  /** Day (YYYY-MM-DD) the file was obtained. */
  obtainedOn: string
  /** Everything is done and reported, then rolled back. */
  dryRun: boolean
  /** Overlaps and gaps up to this many m² are let pass. */
  tolerance: number
  /** Doubts about the datum are only mentioned. */
  datumIsRight: boolean
  /** Villages may be new or missing. */
  allowCodeChanges: boolean
  /** Grids and villages that the file neither has nor covers go too. */
  dissolveMissing: boolean
}

/** Ends a transaction that went well but must leave nothing. */
class Rehearsed extends Error {}

/**
 * Replaces a layer of the database with an official file, in one transaction: all of it or nothing.
 *
 * @throws {LayerRefused} with the report when anything is wrong with the file
 */
export async function importLayer(database: Database, options: ImportOptions): Promise<Report> {
  const { rows, features, problems, notes } = readLayerFile(options.layer, options.bytes, options)
  const { zh, en } = LAYERS[options.layer]
  const report: Report = {
    layer: { zh, en },
    features: rows,
    problems: [...problems],
    warnings: [...notes],
    done: [],
  }
  refuseIfBad(report)
  report.features = features.length
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
  const { layer, source, licence } = options
  const changing = layer === 'villages' || layer === 'grids' ? layer : undefined
  if (changing !== undefined) await markRetiring(tx, changing, options.dissolveMissing)
  await writeStaged(tx, layer, false)
  report.done.push({
    zh: `写入 ${report.features} 个要素，来源：${source}（${licence}）`,
    en: `${report.features} features written, from ${source} (${licence})`,
  })
  if (changing !== undefined || layer === 'towns') {
    const moves = await reassignEnterprises(tx, changing ?? 'towns')
    report.done.push(...moves.done)
    report.warnings.push(...moves.warnings)
  }
  if (changing !== undefined) {
    const retired = await retire(tx, changing, options.tolerance)
    report.done.push(...retired.done)
    report.warnings.push(...retired.warnings)
  }
  const schematic = await isPartlySchematic(tx, layer)
  const note = schematic ? '仅部分区域为正式界线，其余仍为示意' : ''
  await writeSource(tx, layer, { ...options, schematic, note })
}
