import type { Position, Ring } from '../geojson.ts'
import { fromPlane, squared, toPlane } from './plane.ts'
import { draw, randomFrom, samplesWithin } from './samples.ts'
import { share } from './shares.ts'
import type { readTowns, readVillages } from './sources.ts'
import { TOWN_SEATS } from './tai-erzhuang.ts'
import { anchored, tour } from './tour.ts'

/** A village with the middle of its schematic cell (WGS 84). */
export interface Village {
  code: string
  name: string
  townCode: string
  seed: Position
}

/** Side of the squares, in km, in which the district is sampled. */
const SPACING = 0.3
/** Few rounds even the cells out without making honeycomb of them. */
const ROUNDS = 6

/**
 * Places every village within the district: towns take area in proportion to their number of villages
 * around their seats; within a town the villages lie evenly.
 */
export function placeVillages(
  outline: Ring,
  towns: ReturnType<typeof readTowns>,
  villages: ReturnType<typeof readVillages>,
): Village[] {
  const random = randomFrom(370405)
  const samples = samplesWithin([outline.map(toPlane)], SPACING, random)
  const members = towns.map((town) => villages.filter(({ code }) => code.startsWith(town.code)))
  const seats = towns.map(({ code }) => toPlane(seatOf(code).seat))
  const { owners } = share(
    samples,
    seats,
    members.map(({ length }) => length),
    0,
  )
  return towns.flatMap((town, i) => {
    const own = samples.filter((_, sample) => owners[sample] === i)
    const names = members[i] ?? []
    const { centres } = share(
      own,
      draw(own, names.length, random),
      names.map(() => 1),
      ROUNDS,
    )
    const inside = centres.map((centre) => closest(own, centre))
    const { namesake, seat } = seatOf(town.code)
    const index = names.findIndex(({ name }) => name === namesake)
    const path = anchored(tour(inside), toPlane(seat), index)
    return names.flatMap(({ code, name }, n) => {
      const place = path[n]
      return place ? [{ code, name, townCode: town.code, seed: fromPlane(place) }] : []
    })
  })
}

/** The seat of a town and the village that lies there. */
export function seatOf(townCode: string) {
  const seat = TOWN_SEATS[townCode]
  if (seat === undefined) throw new Error(`no seat is known for the town ${townCode}`)
  return seat
}

const closest = (samples: readonly Position[], to: Position): Position =>
  samples.reduce((best, sample) => (squared(sample, to) < squared(best, to) ? sample : best))
