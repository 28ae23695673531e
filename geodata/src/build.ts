import { mkdirSync, writeFileSync } from 'node:fs'
import { canalWithin } from './build/canal.ts'
import { cellsWithin } from './build/cells.ts'
import { gridsOf } from './build/grids.ts'
import { followOutline } from './build/neighbours.ts'
import { merge } from './build/rings.ts'
import { readDistrict, readNeighbours, readTowns, readVillages } from './build/sources.ts'
import { CANAL_COURSE } from './build/tai-erzhuang.ts'
import { placeVillages, seatOf } from './build/villages.ts'
import type { Built, LayerName } from './layers.ts'
import { LAYER_NAMES } from './layers.ts'
import { builtFile } from './read.ts'

type Layers = { [Name in LayerName]: Built<Name> }

/** Builds every layer from the named packages: the same bytes on every machine. */
export function buildLayers(): Layers {
  const district = readDistrict()
  const outline = district.polygons[0]?.[0]
  if (outline === undefined) throw new Error('the district has no outline')
  const towns = readTowns()
  const villages = placeVillages(outline, towns, readVillages())
  const cells = cellsWithin(
    outline,
    villages.map(({ seed }) => seed),
  )
  const facesOf = new Map(villages.map(({ code }, i) => [code, cells.facesOf[i] ?? []]))
  const union = (members: typeof villages) =>
    merge(members.flatMap(({ code }) => facesOf.get(code) ?? []))
  const membersOf = (townCode: string) =>
    villages.filter((village) => village.townCode === townCode)

  return {
    district: collection([
      feature({ code: district.code, name: district.name, schematic: false }, union(villages)),
    ]),
    neighbours: collection(
      readNeighbours().map(({ code, name, polygons }) =>
        feature(
          { code, name, schematic: false },
          {
            type: 'MultiPolygon' as const,
            coordinates: polygons.map((rings) =>
              rings.map((ring) => followOutline(ring, cells.outline)),
            ),
          },
        ),
      ),
    ),
    towns: collection(
      towns.map(({ code, name }) =>
        feature({ code, name, schematic: true, seat: seatOf(code).seat }, union(membersOf(code))),
      ),
    ),
    villages: collection(
      villages.map((village) =>
        feature(
          { code: village.code, name: village.name, schematic: true, townCode: village.townCode },
          union([village]),
        ),
      ),
    ),
    grids: collection(towns.flatMap((town) => gridsOf(town, membersOf(town.code), facesOf))),
    canal: collection([
      feature(
        { code: 'grand-canal', name: '京杭运河台儿庄段', schematic: true },
        { type: 'LineString' as const, coordinates: canalWithin(outline, CANAL_COURSE) },
      ),
    ]),
  }
}

function collection<F>(features: F[]) {
  return { type: 'FeatureCollection' as const, features }
}

function feature<P, G>(properties: P, geometry: G) {
  return { type: 'Feature' as const, properties, geometry }
}

/** One feature a line, so that a change shows where it is. */
export function writeLayers(layers: Layers): void {
  mkdirSync(new URL('.', builtFile('district')), { recursive: true })
  for (const layer of LAYER_NAMES) {
    const lines = layers[layer].features.map((one) => JSON.stringify(one)).join(',\n')
    writeFileSync(builtFile(layer), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`)
  }
}
