import { expect, it } from 'vitest'
import { pointText, toWgs84 } from './wgs84.ts'

it('takes WGS 84 and CGCS2000 as they are', () => {
  expect(toWgs84('wgs84', [117.7333, 34.5622])).toEqual([117.7333, 34.5622])
  expect(toWgs84('cgcs2000', [117.7333, 34.5622])).toEqual([117.7333, 34.5622])
})

it('moves GCJ-02 by about half a kilometre and BD-09 further', () => {
  const moved = (datum: 'gcj02' | 'bd09') => {
    const [x, y] = toWgs84(datum, [117.7333, 34.5622])
    return Math.hypot((x - 117.7333) * 91_500, (y - 34.5622) * 111_000)
  }
  expect(moved('gcj02')).toBeGreaterThan(450)
  expect(moved('gcj02')).toBeLessThan(650)
  expect(moved('bd09')).toBeGreaterThan(moved('gcj02'))
})

it('writes extended WKT', () =>
  expect(pointText([117.5, 34.5])).toBe('SRID=4326;POINT(117.5 34.5)'))
