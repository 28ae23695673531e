import { describe, expect, it } from 'vitest'
import { navigationApps } from './navigation.ts'

describe('links to navigation', () => {
  it('name the place where the apps look for it, not where the satellites do', () => {
    const [amap] = navigationApps([117.73, 34.56], '某厂')
    const [lon = 0, lat = 0] = (new URL(amap?.href ?? '').searchParams.get('to') ?? '')
      .split(',')
      .map(Number)
    expect(Math.hypot((lon - 117.73) * 91_700, (lat - 34.56) * 111_000)).toBeGreaterThan(300)
    expect(Math.hypot((lon - 117.73) * 91_700, (lat - 34.56) * 111_000)).toBeLessThan(900)
    expect(amap?.href).toContain(encodeURIComponent('某厂'))
  })
})
