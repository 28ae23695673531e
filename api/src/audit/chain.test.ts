import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { walkChain, type Evidence, type Link, type Mark, type Verdict } from './chain.ts'

const GENESIS = '00'.repeat(32)

function link(seq: number, prevHash: string, what: string): Link {
  const content = JSON.stringify({ seq, what })
  return {
    seq,
    content,
    prevHash,
    hash: createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(content).digest('hex'),
  }
}

function chainOf(length: number): Link[] {
  const links: Link[] = []
  for (let seq = 1; seq <= length; seq++)
    links.push(link(seq, links.at(-1)?.hash ?? GENESIS, `act ${seq}`))
  return links
}

/** The entry as it reads when only its number is rewritten. */
function renumbered(entry: Link, seq: number): Link {
  return { ...entry, seq, content: JSON.stringify({ ...JSON.parse(entry.content), seq }) }
}

function evidenceOf(links: readonly Link[]): Evidence {
  return {
    async originalNumber(seq) {
      const entry = links.find((one) => one.seq === seq)
      return (
        entry &&
        Array.from({ length: 20 }, (_, i) => i + 1).find((candidate) => {
          const { content, prevHash } = renumbered(entry, candidate)
          return (
            createHash('sha256')
              .update(Buffer.from(prevHash, 'hex'))
              .update(content)
              .digest('hex') === entry.hash
          )
        })
      )
    },
    followerOf: async (hash) => links.find((one) => one.prevHash === hash)?.seq,
  }
}

async function* inOrder(links: readonly Link[]) {
  yield* [...links].sort((a, b) => a.seq - b.seq)
}

const ORIGINAL = chainOf(9)
const HEAD: Mark = { seq: 9, hash: ORIGINAL[8]?.hash ?? '' }

const walk = (
  links: readonly Link[],
  head: Mark | undefined = HEAD,
  noted?: Mark,
): Promise<Verdict> => walkChain(inOrder(links), head, noted, evidenceOf(links))
const withEach = (change: (entry: Link) => Link[]) => ORIGINAL.flatMap(change)
const only = (seq: number, change: (entry: Link) => Link[]) =>
  withEach((entry) => (entry.seq === seq ? change(entry) : [entry]))

describe('walkChain', () => {
  it('finds a whole chain whole, also an empty one', async () => {
    expect(await walk(ORIGINAL)).toEqual({ whole: true, last: HEAD })
    expect(await walk([], { seq: 0, hash: GENESIS })).toEqual({
      whole: true,
      last: { seq: 0, hash: GENESIS },
    })
  })

  it.each([1, 5, 9])('names entry %i as removed', async (seq) => {
    expect(await walk(only(seq, () => []))).toEqual({
      whole: false,
      breakage: 'removed',
      seq,
      upTo: seq,
    })
  })

  it('names all that are missing', async () => {
    expect(
      await walk(withEach((entry) => (entry.seq > 3 && entry.seq < 7 ? [] : [entry]))),
    ).toMatchObject({ breakage: 'removed', seq: 4, upTo: 6 })
    expect(await walk([])).toMatchObject({ breakage: 'removed', seq: 1, upTo: 9 })
  })

  it('sees a removal through new numbers', async () => {
    const closedUp = withEach((entry) =>
      entry.seq === 4 ? [] : [entry.seq > 4 ? renumbered(entry, entry.seq - 1) : entry],
    )
    expect(await walk(closedUp)).toMatchObject({ breakage: 'removed', seq: 4 })
  })

  it.each([1, 5, 9])(
    'names entry %i as changed, with its old hash and with a new one',
    async (seq) => {
      expect(
        await walk(
          only(seq, (entry) => [{ ...entry, content: entry.content.replace('act', 'lie') }]),
        ),
      ).toMatchObject({ breakage: 'changed', seq })
      expect(await walk(only(seq, (entry) => [link(seq, entry.prevHash, 'lie')]))).toMatchObject({
        breakage: 'changed',
        seq,
      })
    },
  )

  it('names the first of two that changed places', async () => {
    const swapped = withEach((entry) =>
      entry.seq === 3 ? [renumbered(entry, 7)] : entry.seq === 7 ? [renumbered(entry, 3)] : [entry],
    )
    expect(await walk(swapped)).toEqual({
      whole: false,
      breakage: 're-ordered',
      seq: 3,
      movedTo: 7,
    })
    expect(await walk(only(3, (entry) => [renumbered(entry, 12)]))).toEqual({
      whole: false,
      breakage: 're-ordered',
      seq: 3,
      movedTo: 12,
    })
  })

  it('names an entry put in: in between, at the end, or with a number that is taken', async () => {
    const pushedIn = withEach((entry) =>
      entry.seq < 5
        ? [entry]
        : [
            ...(entry.seq === 5 ? [link(5, entry.prevHash, 'lie')] : []),
            renumbered(entry, entry.seq + 1),
          ],
    )
    expect(await walk(pushedIn)).toMatchObject({ breakage: 'inserted', seq: 5 })
    expect(await walk([...ORIGINAL, link(10, HEAD.hash, 'lie')])).toMatchObject({
      breakage: 'inserted',
      seq: 10,
    })
    expect(await walk([...ORIGINAL, link(9, HEAD.hash, 'lie')])).toMatchObject({
      breakage: 'inserted',
      seq: 9,
    })
    const writtenOn = [...ORIGINAL, link(10, HEAD.hash, 'lie'), link(11, HEAD.hash, 'act 11')]
    expect(await walk(writtenOn, { seq: 11, hash: writtenOn[10]?.hash ?? '' })).toMatchObject({
      breakage: 'inserted',
      seq: 10,
    })
  })

  it('holds a chain that was made anew against what was noted down elsewhere', async () => {
    const forged: Link[] = []
    for (const { seq } of ORIGINAL)
      forged.push(link(seq, forged.at(-1)?.hash ?? GENESIS, `lie ${seq}`))
    const head = { seq: 9, hash: forged[8]?.hash ?? '' }
    expect(await walk(forged, head)).toMatchObject({ whole: true })
    expect(await walk(forged, head, { seq: 6, hash: ORIGINAL[5]?.hash ?? '' })).toMatchObject({
      breakage: 'changed',
      seq: 6,
    })
    expect(
      await walk(forged.slice(0, 4), { seq: 4, hash: forged[3]?.hash ?? '' }, HEAD),
    ).toMatchObject({ breakage: 'removed', seq: 5, upTo: 9 })
  })

  it('misses the second account of the end', async () => {
    expect(
      await walkChain(inOrder(ORIGINAL), undefined, undefined, evidenceOf(ORIGINAL)),
    ).toMatchObject({ whole: false, breakage: 'removed', seq: 10 })
  })

  it('holds no more than it needs of a long chain', async () => {
    async function* long() {
      let prevHash = GENESIS
      for (let seq = 1; seq <= 100_000; seq++) {
        const next = link(seq, prevHash, 'x'.repeat(1_000))
        prevHash = next.hash
        yield next
      }
    }
    let last: Link | undefined
    for await (const entry of long()) last = entry
    const before = process.memoryUsage().heapUsed
    const verdict = await walkChain(
      long(),
      last && { seq: last.seq, hash: last.hash },
      undefined,
      evidenceOf([]),
    )
    expect(verdict).toMatchObject({ whole: true, last: { seq: 100_000 } })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 << 20)
  }, 30_000)
})
