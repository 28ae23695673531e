import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { TextDictionary, UuidDictionary } from './dictionaries.ts'

function viewOf(uuid: string): DataView {
  const bytes = Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'))
  return new DataView(bytes.buffer)
}

describe('UuidDictionary', () => {
  it.each([
    ['random', Array.from({ length: 20_000 }, () => randomUUID())],
    [
      'counted up',
      Array.from(
        { length: 20_000 },
        (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      ),
    ],
  ])('numbers %s UUIDs in the order they appear and gives them back', (_what, uuids) => {
    const dictionary = new UuidDictionary()
    const started = performance.now()
    expect(uuids.map((uuid) => dictionary.codeOf(viewOf(uuid), 0))).toEqual(
      uuids.map((_, index) => index),
    )
    expect(uuids.toReversed().map((uuid) => dictionary.codeOf(viewOf(uuid), 0))).toEqual(
      uuids.map((_, index) => index).toReversed(),
    )
    expect(dictionary.texts()).toEqual(uuids)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('knows the all-zero UUID', () => {
    const dictionary = new UuidDictionary()
    expect([
      dictionary.codeOf(new DataView(new ArrayBuffer(16)), 0),
      dictionary.codeOf(new DataView(new ArrayBuffer(16)), 0),
      dictionary.size,
    ]).toEqual([0, 0, 1])
  })
})

describe('TextDictionary', () => {
  it('numbers texts in the order they appear', () => {
    const dictionary = new TextDictionary()
    expect(['b', 'a', 'b', ''].map((text) => dictionary.codeOf(text))).toEqual([0, 1, 0, 2])
    expect(dictionary.texts).toEqual(['b', 'a', ''])
  })
})
