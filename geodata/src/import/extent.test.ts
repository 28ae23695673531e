import { expect, test } from 'vitest'
import { DATUMS } from '@onemap/api/domain/datum'
import { positionFromWgs84 } from '../reading/datum.ts'
import { likelierDatum, outside, REACH } from './extent.ts'

const CENTRE: [number, number] = [117.62, 34.58]

test.each(['gcj02', 'bd09'] as const)('a %s layer stated as WGS 84 is recognised', (datum) => {
  const doubt = likelierDatum('wgs84', positionFromWgs84(CENTRE, datum), CENTRE)
  expect(doubt?.zh).toContain(`按 ${DATUMS[datum].zh} 读取只偏 0 米`)
  expect(doubt?.en).toContain(`read as ${DATUMS[datum].en} only 0 m`)
})

test('a layer that fits, or that no datum makes fit, raises no doubt about its datum', () => {
  expect(likelierDatum('wgs84', [117.6205, 34.5801], CENTRE)).toBeNull()
  expect(likelierDatum('wgs84', [117.66, 34.58], CENTRE)).toBeNull()
})

test('a feature in another part of the country is named with its position', () => {
  const geometry = {
    type: 'LineString' as const,
    coordinates: [
      [116.4, 39.9],
      [116.5, 39.9],
    ] satisfies [number, number][],
  }
  const [problem] = outside(
    [{ no: 3, code: null, name: '某河', geometry }],
    [117.37, 34.46, 117.8, 34.72],
    REACH,
  )
  expect(problem).toMatchObject({ feature: 3, at: [116.4, 39.9] })
  expect(problem?.zh).toContain('第 3 个要素（某河）：坐标 116.4, 39.9 远离本区')
  expect(problem?.en).toContain('Feature 3 (某河): 116.4, 39.9 is far from the district')
})
