import type { Feature, Position, Ring } from '../geojson.ts'
import { gridId } from '../identifier.ts'
import { squared, toPlane } from './plane.ts'
import { merge } from './rings.ts'
import { share } from './shares.ts'
import { GRIDS_PER_TOWN } from './tai-erzhuang.ts'
import type { Village } from './villages.ts'

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

interface Town {
  code: string
  name: string
}

/** Grids of a town: neighbouring villages put together, about equally many, numbered from west to east. */
export function gridsOf(
  town: Town,
  villages: readonly Village[],
  facesOf: ReadonlyMap<string, Ring[]>,
) {
  const places = villages.map(({ seed }) => toPlane(seed))
  const count = GRIDS_PER_TOWN[town.code] ?? 1
  const { centres, owners } = share(
    places,
    scattered(places, count),
    Array.from({ length: count }, () => 1),
    12,
  )
  const westToEast = centres
    .map((centre, i) => ({ centre, i }))
    .sort((a, b) => a.centre[0] - b.centre[0])
  return westToEast.map(({ i }, n): Feature<GridProperties> => {
    const members = villages.filter((_, village) => owners[village] === i)
    const code = `${town.code}-G${String(n + 1).padStart(2, '0')}`
    return {
      type: 'Feature',
      properties: {
        id: gridId(code),
        code,
        name: `${town.name}第${ORDINALS[n]}网格`,
        townCode: town.code,
        villageCodes: members.map((village) => village.code),
        schematic: true,
      },
      geometry: merge(members.flatMap((village) => facesOf.get(village.code) ?? [])),
    }
  })
}

interface GridProperties {
  id: string
  code: string
  name: string
  townCode: string
  villageCodes: string[]
  schematic: true
}

/** Positions as far from each other as can be, each new one farthest from those before. */
function scattered(positions: readonly Position[], count: number): Position[] {
  const chosen = positions.slice(0, 1)
  while (chosen.length < count) {
    const gap = (one: Position) => Math.min(...chosen.map((other) => squared(one, other)))
    chosen.push(positions.reduce((best, one) => (gap(one) > gap(best) ? one : best)))
  }
  return chosen
}
