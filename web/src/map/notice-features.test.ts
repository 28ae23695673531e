import { expect, it } from 'vitest'
import { noticeFeatures } from './notice-features.ts'
import type { MapNotice } from './notice-types.ts'

const recipient = (
  id: string,
  state: MapNotice['recipients'][number]['state'],
): MapNotice['recipients'][number] => ({
  id,
  location: [117.74, 34.56],
  state,
  word: state,
  name: id,
})
const notice = (id: string, ...recipients: MapNotice['recipients'][number][]): MapNotice => ({
  id,
  location: [117.73, 34.56],
  extent: null,
  radius: 300,
  recipients,
})

it('draws a ring for each notice, a line for each receipt, and each recipient once by what most needs doing', () => {
  const drawn = noticeFeatures([
    notice('n', recipient('a', 'signed'), recipient('b', 'waiting')),
    notice('m', recipient('a', 'late')),
  ])
  expect(drawn['notice-rings'].features.map(({ properties }) => properties?.['name'])).toEqual([
    '300 m',
    '300 m',
  ])
  expect(drawn['notice-lines'].features.map(({ properties }) => properties?.['state'])).toEqual([
    'signed',
    'waiting',
    'late',
  ])
  expect(
    drawn['notice-ends'].features.map(({ properties }) => [
      properties?.['name'],
      properties?.['state'],
    ]),
  ).toEqual([
    ['a', 'late'],
    ['b', 'waiting'],
  ])
})
