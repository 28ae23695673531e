import { loadInBulk } from '@onemap/api/db/audit'
import type { Tx } from '@onemap/api/db/database'
import { LAYER_NAMES, LAYERS, type LayerName } from './layers.ts'
import { readLayer } from './read.ts'
import { stage, type Incoming } from './store/stage.ts'
import { readSource, writeSource, writeStaged } from './store/write.ts'

/**
 * Writes the built layers into areas, grids, base_features and geo_sources. It may run again and again:
 * rows are renewed by their codes, and a layer that an official file has replaced is left alone.
 *
 * @returns the layers written
 */
export async function loadGeography(tx: Tx): Promise<LayerName[]> {
  await loadInBulk(tx, '地理数据装载')
  const written: LayerName[] = []
  for (const layer of LAYER_NAMES) {
    const origin = LAYERS[layer]
    const source = await readSource(tx, layer)
    if (source !== undefined && source !== origin.source) continue
    await stage(tx, incomingOf(layer))
    await writeStaged(tx, layer, origin.schematic)
    await writeSource(tx, layer, origin)
    written.push(layer)
  }
  return written
}

function incomingOf(layer: LayerName): Incoming[] {
  return readLayer(layer).features.map(({ properties, geometry }, i) => ({
    no: i + 1,
    code: 'code' in properties ? properties.code : null,
    name: properties.name,
    geometry,
  }))
}
