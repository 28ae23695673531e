import { describe, expect, it } from 'vitest'
import type { GridCollection } from '../types.ts'
import { coverageLayers, coverageSources, hatch, shadeColours, shadeOf } from './grid-coverage.ts'

const STEPS = [0.5, 0.7, 0.85, 0.95]
const grid = (id: string) => ({
  type: 'Feature' as const,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  },
  properties: {
    id,
    code: id,
    name: id,
    townCode: '370405001',
    townName: '',
    chief: null,
    schematic: true,
  },
})
const GRIDS: GridCollection = {
  type: 'FeatureCollection',
  features: [grid('a'), grid('b'), grid('c')],
}

describe('shades', () => {
  it('rise with the value, each threshold belonging to the stronger shade', () => {
    expect([0, 0.49, 0.5, 0.7, 0.94, 0.95, 1].map((value) => shadeOf(value, STEPS))).toEqual([
      0, 0, 1, 2, 3, 4, 4,
    ])
    expect(shadeOf(null, STEPS)).toBe(-1)
  })

  it.each(['dark', 'light'] as const)('are five of one hue: %s', (theme) =>
    expect(new Set(shadeColours(theme)).size).toBe(5),
  )
})

describe('coverageSources', () => {
  const { areas, labels } = coverageSources(
    GRIDS,
    [
      { gridId: 'a', value: 0.96, text: '96.0%' },
      { gridId: 'b', value: null, text: '—' },
    ],
    { steps: STEPS, theme: 'light' },
  )

  it('shades what has a value, and leaves what has none to the hatching', () => {
    expect(areas.features.map(({ properties }) => properties?.['colour'])).toEqual([
      shadeColours('light')[4],
      undefined,
      undefined,
    ])
  })

  it('writes the value in the middle of each grid', () => {
    expect(
      labels.features.map(({ properties, geometry }) => [
        properties?.['text'],
        geometry.coordinates,
      ]),
    ).toEqual([
      ['96.0%', [1, 1]],
      ['—', [1, 1]],
      ['—', [1, 1]],
    ])
  })
})

it('hatches in grey', () =>
  expect(new Set(hatch('dark').data.filter((_, index) => index % 4 === 3))).toEqual(
    new Set([0, 120]),
  ))
it('outlines the chosen grid only', () =>
  expect(
    JSON.stringify(coverageLayers('dark', 'a').find(({ id }) => id === 'coverage-chosen')),
  ).toContain('"a"'))
