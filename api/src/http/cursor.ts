import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { BadRequestError } from './errors.ts'

const EXPECTED = 'the nextCursor of an earlier answer of this list, unchanged'

/** Ends of pages: where the next page of one list begins, opaque to the reader. */
export interface CursorCodec<Position> {
  encode(position: Position): string
  /** @throws BadRequestError naming `cursor` when it was not made by `encode` of the same list */
  decode(cursor: string): Position
}

/**
 * A cursor is the sort key of the last item and a digest, in base64url: paging by key visits every item
 * exactly once, also while others are added. The digest is no secret; it catches what was cut or edited.
 */
export function cursorCodec<Schema extends z.ZodType>(
  list: string,
  position: Schema,
): CursorCodec<z.output<Schema>> {
  const digestOf = (text: string) =>
    createHash('sha256').update(`${list}:${text}`).digest().subarray(0, 6)
  return {
    encode(value) {
      const text = JSON.stringify(value)
      return Buffer.concat([digestOf(text), Buffer.from(text)]).toString('base64url')
    },
    decode(cursor) {
      const bytes = Buffer.from(cursor, 'base64url')
      const text = bytes.subarray(6).toString()
      const genuine =
        bytes.toString('base64url') === cursor && digestOf(text).equals(bytes.subarray(0, 6))
      const parsed = genuine ? position.safeParse(JSON.parse(text)) : undefined
      if (parsed?.success) return parsed.data
      throw BadRequestError.field('cursor', EXPECTED)
    },
  }
}

/** Cuts the extra item that was read to know whether there is a next page. */
export function pageOf<Item, Position>(
  rows: readonly Item[],
  limit: number,
  codec: CursorCodec<Position>,
  positionOf: (item: Item) => Position,
): { items: Item[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? codec.encode(positionOf(last)) : null,
  }
}
