import { expect, it } from 'vitest'
import { matchesEtag } from './etag.ts'

it.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  ['', false],
])('If-None-Match %s against "a": %s', (header, expected) => {
  expect(matchesEtag(header, '"a"')).toBe(expected)
})
