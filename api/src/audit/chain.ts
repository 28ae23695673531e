import { createHash } from 'node:crypto'

/** An entry as the chain sees it; hashes in hexadecimal. */
export interface Link {
  readonly seq: number
  /** Everything the hash covers besides the hash before, as PostgreSQL's own text of a jsonb. */
  readonly content: string
  readonly prevHash: string
  readonly hash: string
}

/** A place in the chain and the hash that stands there. */
export interface Mark {
  readonly seq: number
  readonly hash: string
}

/** What may have to be looked up to say how a chain was broken. */
export interface Evidence {
  /** Under which number the entry that now stands at `seq` was recorded; undefined if its content was never recorded. */
  originalNumber(seq: number): Promise<number | undefined>
  /** Where an entry stands that was recorded right after the one with this hash. */
  followerOf(hash: string): Promise<number | undefined>
}

type Breakage = 'removed' | 'changed' | 'inserted' | 're-ordered'

/** Whole up to a mark, or where it first breaks and how. */
export type Verdict =
  | { readonly whole: true; readonly last: Mark }
  | {
      readonly whole: false
      readonly breakage: Breakage
      readonly seq: number
      readonly upTo?: number
      readonly movedTo?: number
    }

const BEGINNING: Mark = { seq: 0, hash: '00'.repeat(32) }

function hashOf({ prevHash, content }: Link): string {
  return createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(content).digest('hex')
}

const broken = (
  breakage: Breakage,
  seq: number,
  more: { upTo?: number; movedTo?: number } = {},
): Verdict => ({ whole: false, breakage, seq, ...more })

/**
 * Walks the chain once, holding two entries at a time, and stops at the first break.
 * @param links all entries by number
 * @param head where the chain ends according to the database's second account of it
 * @param noted where it stood at an earlier time according to a note kept elsewhere
 */
export async function walkChain(
  links: AsyncIterable<Link>,
  head: Mark | undefined,
  noted: Mark | undefined,
  evidence: Evidence,
): Promise<Verdict> {
  let last = BEGINNING
  let beforeLast: Mark | undefined
  for await (const link of links) {
    const expected = last.seq + 1
    if (link.seq < expected) return broken('inserted', link.seq)
    if (link.seq > expected) return missing(expected, link.seq - 1, last, evidence)
    if (hashOf(link) !== link.hash) return misfit(link, last, evidence)
    if (link.prevHash !== last.hash) {
      if (link.prevHash === beforeLast?.hash) return broken('inserted', last.seq)
      const isGenuine =
        last.seq > 0 &&
        (head?.hash === link.hash || (await evidence.followerOf(link.hash)) !== undefined)
      return broken('changed', isGenuine ? last.seq : link.seq)
    }
    if (noted?.seq === link.seq && noted.hash !== link.hash) return broken('changed', link.seq)
    if (head !== undefined && link.seq > head.seq) return broken('inserted', link.seq)
    beforeLast = last
    last = { seq: link.seq, hash: link.hash }
  }
  const end = Math.max(head?.seq ?? last.seq + 1, noted?.seq ?? 0)
  if (last.seq < end) return broken('removed', last.seq + 1, { upTo: end })
  if (head !== undefined && head.hash !== last.hash) return broken('changed', last.seq)
  return { whole: true, last }
}

/** Nothing stands where the next entry should. */
async function missing(
  from: number,
  upTo: number,
  last: Mark,
  evidence: Evidence,
): Promise<Verdict> {
  const movedTo = await evidence.followerOf(last.hash)
  return movedTo === undefined
    ? broken('removed', from, { upTo })
    : broken('re-ordered', from, { movedTo })
}

/** What stands here is not what its hash was made of. */
async function misfit(link: Link, last: Mark, evidence: Evidence): Promise<Verdict> {
  const original = await evidence.originalNumber(link.seq)
  if (original === undefined || original === link.seq) return broken('changed', link.seq)
  // Its own place is taken by an entry that passed: that one was put in, the others moved on.
  if (original < link.seq) return broken('inserted', original)
  const movedTo = await evidence.followerOf(last.hash)
  return movedTo === undefined
    ? broken('removed', link.seq, { upTo: original - 1 })
    : broken('re-ordered', link.seq, { movedTo })
}
