import { describe, expect, it } from 'vitest'
import { SnapshotCache } from './snapshot-cache.ts'

const bytes = (size: number) => Promise.resolve(new Uint8Array(size))

describe('SnapshotCache', () => {
  it('makes one snapshot for all who ask at once', async () => {
    const cache = new SnapshotCache(100)
    let made = 0
    const make = () => {
      made += 1
      return bytes(10)
    }
    const answers = await Promise.all([
      cache.get('a', '1', make),
      cache.get('a', '1', make),
      cache.get('a', '1', make),
    ])
    expect(new Set(answers).size).toBe(1)
    await cache.get('a', '1', make)
    expect(made).toBe(1)
  })

  it('drops an older version of the same subject', async () => {
    const cache = new SnapshotCache(100)
    const first = await cache.get('a', '1', () => bytes(10))
    await cache.get('a', '2', () => bytes(10))
    expect(await cache.get('a', '1', () => bytes(10))).not.toBe(first)
  })

  it('drops the least recently used when there are too many bytes', async () => {
    const cache = new SnapshotCache(100)
    const [a, b] = [
      await cache.get('a', '1', () => bytes(40)),
      await cache.get('b', '1', () => bytes(40)),
    ]
    await cache.get('a', '1', () => bytes(40))
    await cache.get('c', '1', () => bytes(40))
    expect(await cache.get('a', '1', () => bytes(40))).toBe(a)
    expect(await cache.get('b', '1', () => bytes(40))).not.toBe(b)
  })

  it('does not keep a failure', async () => {
    const cache = new SnapshotCache(100)
    await expect(
      cache.get('a', '1', () => Promise.reject(new Error('no database'))),
    ).rejects.toThrow('no database')
    expect(await cache.get('a', '1', () => bytes(3))).toHaveLength(3)
  })
})
