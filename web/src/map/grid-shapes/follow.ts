import { sameCorner, type Corner, type Outline, type Shape } from './shape.ts'

/** What was done to an outline: one corner moved, put in or taken out. */
export type CornerEdit =
  | { readonly kind: 'moved'; readonly from: Corner; readonly to: Corner }
  | {
      readonly kind: 'added'
      readonly after: Corner
      readonly corner: Corner
      readonly before: Corner
    }
  | { readonly kind: 'removed'; readonly corner: Corner }

const cornersOf = (shape: Shape): Corner[] =>
  shape.flatMap((part) => part.flatMap((ring) => ring.slice(0, -1)))

/** What one act at a corner changed; null where more than one corner differs. */
export function cornerEdit(before: Shape, after: Shape): CornerEdit | null {
  const [old, now] = [cornersOf(before), cornersOf(after)]
  const gone = old.filter((corner) => !now.some((other) => sameCorner(corner, other)))
  const come = now.filter((corner) => !old.some((other) => sameCorner(corner, other)))
  const [from, to] = [gone[0], come[0]]
  if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined)
    return { kind: 'moved', from, to }
  if (gone.length === 1 && come.length === 0 && from !== undefined)
    return { kind: 'removed', corner: from }
  if (gone.length > 0 || come.length !== 1 || to === undefined) return null
  for (const ring of after.flat()) {
    const at = ring.findIndex((corner) => sameCorner(corner, to))
    const [previous, next] = [ring[at - 1] ?? ring.at(-2), ring[at + 1]]
    if (at >= 0 && previous !== undefined && next !== undefined)
      return { kind: 'added', after: previous, corner: to, before: next }
  }
  return null
}

/** A neighbour's boundary after the same act at a corner or an edge that it shares; the very same shape where it shares none. */
export function followed(shape: Shape, edit: CornerEdit): Shape {
  const next = shape.map((part) => part.map((ring) => followedRing(ring, edit)))
  return next.every((part, index) => part.every((ring, each) => ring === shape[index]?.[each]))
    ? shape
    : next
}

function followedRing(ring: Outline, edit: CornerEdit): Outline {
  if (edit.kind === 'moved')
    return ring.some((corner) => sameCorner(corner, edit.from))
      ? ring.map((corner) => (sameCorner(corner, edit.from) ? edit.to : corner))
      : ring
  if (edit.kind === 'removed') {
    const open = ring.slice(0, -1).filter((corner) => !sameCorner(corner, edit.corner))
    const [first] = open
    return open.length === ring.length - 1 || open.length < 3 || first === undefined
      ? ring
      : [...open, first]
  }
  const at = ring.findIndex((corner, index) => {
    const next = ring[index + 1]
    return (
      next !== undefined &&
      ((sameCorner(corner, edit.after) && sameCorner(next, edit.before)) ||
        (sameCorner(corner, edit.before) && sameCorner(next, edit.after)))
    )
  })
  return at < 0 ? ring : [...ring.slice(0, at + 1), edit.corner, ...ring.slice(at + 1)]
}
