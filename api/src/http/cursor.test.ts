import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cursorCodec, pageOf } from './cursor.ts'
import { BadRequestError } from './errors.ts'

const codec = cursorCodec('list', z.tuple([z.int(), z.string()]))

describe('cursorCodec', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (number, text) => {
        const cursor = codec.encode([number, text])
        expect(cursor).toMatch(/^[\w-]+$/)
        expect(codec.decode(cursor)).toEqual([number, text])
      }),
    )
  })

  it('refuses everything else', () => {
    const cursor = codec.encode([1, '企业'])
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'AZaz09-_'), (at, letter) => {
        const edited = `${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`
        if (edited !== cursor) expect(() => codec.decode(edited)).toThrow(BadRequestError)
      }),
    )
    for (const other of [
      '',
      'x',
      `${cursor}=`,
      ` ${cursor}`,
      cursorCodec('other', z.unknown()).encode([1, '企业']),
    ]) {
      expect(() => codec.decode(other)).toThrow(BadRequestError)
    }
  })
})

describe('pageOf', () => {
  it('has a next page only when one more was read', () => {
    expect(pageOf([1, 2, 3], 2, codec, (item) => [item, ''])).toEqual({
      items: [1, 2],
      nextCursor: codec.encode([2, '']),
    })
    expect(pageOf([1, 2], 2, codec, (item) => [item, ''])).toEqual({
      items: [1, 2],
      nextCursor: null,
    })
    expect(pageOf([], 2, codec, (item: number) => [item, ''])).toEqual({
      items: [],
      nextCursor: null,
    })
  })
})
