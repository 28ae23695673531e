import { readFileSync } from 'node:fs'
import { BUILT, type Built, type LayerName } from './layers.ts'

/** Where `pnpm geodata build` leaves its files. */
export const builtFile = (layer: LayerName): URL =>
  new URL(`../built/${layer}.geojson`, import.meta.url)

/**
 * A built layer in WGS 84, checked as it is read.
 *
 * @throws {Error} when the file is missing or is not what the layer's schema says
 * @example readLayer('towns').features[0]?.properties.code // '370405001'
 */
export function readLayer<Name extends LayerName>(layer: Name): Built<Name>
export function readLayer(layer: LayerName): Built<LayerName> {
  return BUILT[layer].parse(JSON.parse(readFileSync(builtFile(layer), 'utf8')))
}
