import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowDigest } from './row-digest.ts'
import { rowsOf } from './rows-of.ts'

const digestOf = (rows: readonly string[]): string => {
  const digest = new RowDigest()
  for (const row of rows) digest.add(Buffer.from(row))
  return `${digest.rows} ${digest}`
}

describe('the digest of rows', () => {
  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), (rows) => {
        expect(digestOf(rows.toReversed())).toBe(digestOf(rows))
      }),
    )
  })

  it('is another for another value, a row more or less, and a row that comes twice', () => {
    const digests = [['a', 'b'], ['a', 'c'], ['a'], ['a', 'b', 'b'], ['a', 'a', 'b'], ['ab'], []]
    expect(new Set(digests.map(digestOf)).size).toBe(digests.length)
  })
})

it('finds the rows in chunks that are cut anywhere', async () => {
  const rows = ['一张图\t\\N', '', 'a\u2028b', 'c\\n', '末']
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.integer({ min: 1, max: 7 })), async (sizes) => {
      const bytes = Buffer.from(rows.map((row) => `${row}\n`).join(''))
      async function* chunks() {
        for (let at = 0; at < bytes.length;) {
          const size = sizes.next().value ?? 1
          yield bytes.subarray(at, at + size)
          at += size
        }
      }
      const found: string[] = []
      for await (const row of rowsOf(chunks())) found.push(Buffer.from(row).toString())
      expect(found).toEqual(rows)
    }),
    { numRuns: 30 },
  )
})
