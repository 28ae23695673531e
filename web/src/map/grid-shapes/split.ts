import { inside } from '../ring.ts'
import {
  cornerOf,
  sameCorner,
  squareMetres,
  tidied,
  type Corner,
  type Outline,
  type Shape,
} from './shape.ts'

/** Why a line parts nothing. */
type SplitRefusal = 'misses' | 'ends-inside' | 'several' | 'hole'

type Split =
  | { readonly ok: true; /** The larger first. */ readonly halves: readonly [Shape, Shape] }
  | { readonly ok: false; readonly reason: SplitRefusal }

/** Where the line and the outline cross: how far along each, in edges. */
interface Crossing {
  readonly alongLine: number
  readonly alongOutline: number
  readonly at: Corner
}

/** How far the ends of a line reach beyond what was drawn, degrees: who ends it on the border means to cross it. About two metres. */
const REACH = 2e-5

function beyond([x, y]: Corner, [fromX, fromY]: Corner): Corner {
  const length = Math.hypot(x - fromX, y - fromY) || 1
  return [x + ((x - fromX) / length) * REACH, y + ((y - fromY) / length) * REACH]
}

function reaching(line: readonly Corner[]): Corner[] {
  const [first, second, last, before] = [line[0], line[1], line.at(-1), line.at(-2)]
  if (first === undefined || second === undefined || last === undefined || before === undefined)
    return []
  return [beyond(first, second), ...line.slice(1, -1), beyond(last, before)]
}

function crossingsOf(line: readonly Corner[], outline: Outline): Crossing[] {
  const crossings: Crossing[] = []
  line.slice(1).forEach((b, segment) => {
    const a = line[segment] ?? b
    outline.slice(1).forEach((d, edge) => {
      const c = outline[edge] ?? d
      const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
      const turn = rx * sy - ry * sx
      if (turn === 0) return
      const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn
      const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / turn
      if (t < 0 || t > 1 || u < 0 || u > 1) return
      crossings.push({
        alongLine: segment + t,
        alongOutline: edge + u,
        at: cornerOf([a[0] + t * rx, a[1] + t * ry]),
      })
    })
  })
  // A line through a corner crosses both of its edges.
  return crossings
    .sort((one, other) => one.alongLine - other.alongLine)
    .filter(
      (crossing, index, all) =>
        index === 0 || !sameCorner(crossing.at, all[index - 1]?.at ?? [0, 0]),
    )
}

/** The outline from one crossing to another, in its own direction. */
function walk(outline: Outline, from: Crossing, to: Crossing): Corner[] {
  const corners = outline.slice(0, -1)
  const [first, last] = [Math.floor(from.alongOutline) + 1, Math.floor(to.alongOutline)]
  const wraps = to.alongOutline < from.alongOutline
  const between = wraps
    ? [...corners.slice(first), ...corners.slice(0, last + 1)]
    : corners.slice(first, last + 1)
  return [from.at, ...between, to.at]
}

/** Parts a boundary in two along a line that crosses it from border to border. */
export function splitShape(shape: Shape, drawn: readonly Corner[]): Split {
  const line = reaching(drawn)
  const chords = shape.flatMap((part, index) =>
    chordsOf(part[0] ?? [], line).map((chord) => ({ ...chord, part, index })),
  )
  const [chord] = chords
  if (chord === undefined) {
    const within = drawn.some((corner) =>
      inside([{ geometry: { type: 'MultiPolygon', coordinates: shape } }], corner),
    )
    return { ok: false, reason: within ? 'ends-inside' : 'misses' }
  }
  if (chords.length > 1) return { ok: false, reason: 'several' }
  const { part, from, to } = chord
  const [outline = [], ...holes] = part
  if (holes.some((hole) => crossingsOf(line, hole).length > 0)) return { ok: false, reason: 'hole' }

  const cut = line.slice(Math.floor(from.alongLine) + 1, Math.floor(to.alongLine) + 1).map(cornerOf)
  const close = (corners: Corner[]): Outline => [...corners, ...corners.slice(0, 1)]
  const parts = [
    close([...walk(outline, from, to), ...cut.toReversed()]),
    close([...walk(outline, to, from), ...cut]),
  ].map((ring) => [
    ring,
    ...holes.filter(
      ([corner]) =>
        corner !== undefined &&
        inside([{ geometry: { type: 'Polygon', coordinates: [ring] } }], corner),
    ),
  ])
  const [one = [], other = []] = parts
    .map((half) => tidied([half]))
    .sort((a, b) => squareMetres(b) - squareMetres(a))
  if (other.length === 0) return { ok: false, reason: 'misses' }
  return { ok: true, halves: [[...shape.filter((each) => each !== part), ...one], other] }
}

/** Stretches of the line that run inside an outline from border to border. */
function chordsOf(outline: Outline, line: readonly Corner[]): { from: Crossing; to: Crossing }[] {
  const crossings = crossingsOf(line, outline)
  return crossings.slice(1).flatMap((to, index) => {
    const from = crossings[index] ?? to
    return inside(
      [{ geometry: { type: 'Polygon', coordinates: [outline] } }],
      placeAlong(line, (from.alongLine + to.alongLine) / 2),
    )
      ? [{ from, to }]
      : []
  })
}

function placeAlong(line: readonly Corner[], along: number): Corner {
  const a = line[Math.floor(along)] ?? [0, 0]
  const b = line[Math.floor(along) + 1] ?? a
  const rest = along - Math.floor(along)
  return [a[0] + (b[0] - a[0]) * rest, a[1] + (b[1] - a[1]) * rest]
}
