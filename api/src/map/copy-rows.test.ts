import { describe, expect, it } from 'vitest'
import { CopyRows } from './copy-rows.ts'

const END = Buffer.from([0xff, 0xff])
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])

function field(value: string | null): Buffer {
  const bytes = Buffer.from(value ?? '')
  const length = Buffer.alloc(4)
  length.writeInt32BE(value === null ? -1 : bytes.length)
  return Buffer.concat([length, bytes])
}

function copyOf(rows: ReadonlyArray<ReadonlyArray<string | null>>): Buffer {
  return Buffer.concat([
    HEADER,
    ...rows.flatMap((row) => [Buffer.from([0, row.length]), ...row.map(field)]),
    END,
  ])
}

/** Rows read from a stream cut into chunks. */
function read(chunks: Iterable<Uint8Array>, width: number): Array<Array<string | null>> {
  const seen: Array<Array<string | null>> = []
  const rows = new CopyRows((row) => {
    seen.push(
      Array.from({ length: width }, () => {
        const size = row.next()
        return size < 0 ? null : row.bytes.toString('utf8', row.at, row.at + size)
      }),
    )
  })
  for (const chunk of chunks) rows.push(chunk)
  rows.finish()
  return seen
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const ROWS = Array.from({ length: 40 }, (_, index) => [
  `行${index}`,
  index % 3 === 0 ? null : 'x'.repeat(index),
  '',
])

describe('CopyRows', () => {
  const whole = copyOf(ROWS)

  it('reads the same rows however the stream is cut', () => {
    for (let size = 1; size <= whole.length; size += 1)
      expect(read(cut(whole, size), 3)).toEqual(ROWS)
  })

  it('reads rows larger than what it joins at first', () => {
    const large = [
      ['a'.repeat(5000), 'b'],
      ['c', 'd'.repeat(70_000)],
      ['e', 'f'],
    ]
    for (const size of [100, 1024, 4096, 65_536])
      expect(read(cut(copyOf(large), size), 2)).toEqual(large)
  })

  it('reads an empty table and empty chunks', () => {
    expect(read([Buffer.alloc(0), copyOf([]), Buffer.alloc(0)], 1)).toEqual([])
  })

  it('complains about a stream that ended too soon', () => {
    expect(() => read([whole.subarray(0, whole.length - 2)], 3)).toThrow('middle')
    expect(() => read([whole.subarray(0, 60)], 3)).toThrow('middle')
  })
})
