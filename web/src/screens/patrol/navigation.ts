import { fromWgs84 } from '../../map/datum.ts'
import type { LonLat } from '../../map/types.ts'

/** A navigation app that opens from a link. */
interface NavigationApp {
  readonly name: 'amap' | 'baidu' | 'tencent'
  readonly href: string
}

/**
 * Links that lead to a place. The apps reckon in GCJ-02: a position in WGS 84 would lead some 500 m astray.
 * @param place WGS 84
 */
export function navigationApps(place: LonLat, name: string): NavigationApp[] {
  const [lon, lat] = fromWgs84('gcj02', place).map((degrees) => degrees.toFixed(6))
  const to = encodeURIComponent(name)
  return [
    {
      name: 'amap',
      href: `https://uri.amap.com/navigation?to=${lon},${lat},${to}&mode=car&coordinate=gaode&callnative=1`,
    },
    {
      name: 'baidu',
      href: `https://api.map.baidu.com/direction?destination=latlng:${lat},${lon}|name:${to}&mode=driving&coord_type=gcj02&region=${encodeURIComponent('枣庄')}&output=html&src=onemap`,
    },
    {
      name: 'tencent',
      href: `https://apis.map.qq.com/uri/v1/routeplan?type=drive&to=${to}&tocoord=${lat},${lon}&referer=onemap`,
    },
  ]
}
