import type { Position } from '../geojson.ts'

/** 台儿庄区 in the statistics office's codes. */
export const DISTRICT_CODE = '370405'

/**
 * Approximate places of the town seats (WGS 84): true to each other in direction and distance to a
 * kilometre or so, which is all that schematic cells need. `namesake` is the village that lies at the seat.
 */
export const TOWN_SEATS: Record<string, { seat: Position; namesake: string }> = {
  '370405001': { seat: [117.727, 34.561], namesake: '繁荣街社区居委会' },
  '370405100': { seat: [117.773, 34.588], namesake: '邳庄村委会' },
  '370405101': { seat: [117.468, 34.523], namesake: '张山子前村委会' },
  '370405102': { seat: [117.69, 34.656], namesake: '泥沟村委会' },
  '370405103': { seat: [117.6, 34.522], namesake: '涧头村委会' },
  '370405104': { seat: [117.65, 34.577], namesake: '马兰村委会' },
}

/** Grids per town, about seven villages each, smaller in the built-up 运河街道. */
export const GRIDS_PER_TOWN: Record<string, number> = {
  '370405001': 3,
  '370405100': 4,
  '370405101': 6,
  '370405102': 7,
  '370405103': 4,
  '370405104': 6,
}

/** 京杭运河台儿庄段, west to east: the bends a map reader knows, nothing surveyed. */
export const CANAL_COURSE: Position[] = [
  [117.3715, 34.5848],
  [117.379, 34.5828],
  [117.3875, 34.5785],
  [117.4, 34.5725],
  [117.435, 34.568],
  [117.485, 34.567],
  [117.525, 34.572],
  [117.565, 34.575],
  [117.6, 34.571],
  [117.64, 34.563],
  [117.68, 34.5565],
  [117.71, 34.5555],
  [117.735, 34.5525],
  [117.757, 34.5455],
  [117.775, 34.5365],
  [117.789, 34.525],
]
