import { difference, intersection, union } from 'polyclip-ts'
import { sameCorner, squareMetres, tidied, type Corner, type Shape } from './shape.ts'

/** Both boundaries as one. */
export const united = (a: Shape, b: Shape): Shape => tidied(union(a, b))

/** The first boundary without what the others cover; empty where they cover all of it. */
export const without = (a: Shape, ...others: Shape[]): Shape => tidied(difference(a, ...others))

/** Whether two boundaries share more land than rounding leaves over. */
export const overlap = (a: Shape, b: Shape): boolean =>
  meet(boxOf(a), boxOf(b)) && squareMetres(tidied(intersection(a, b))) > 0

/** Whether two boundaries touch, so that together they are one area. */
export function adjoin(a: Shape, b: Shape): boolean {
  if (!meet(boxOf(a), boxOf(b))) return false
  const corners: Corner[] = a.flat(2)
  const shared = b.flat(2).filter((corner) => corners.some((other) => sameCorner(corner, other)))
  return shared.length > 1 || united(a, b).length < a.length + b.length
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf(shape: Shape): Box {
  const [lons, lats] = [shape.flat(2).map(([lon]) => lon), shape.flat(2).map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

const meet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
