import { DATUMS, type Datum } from '../../domain/datum.ts'
import type { Cell } from '../column.ts'
import { choice } from './choice.ts'

/** 坐标系 as ledgers name it. */
export function datum(): Cell<Datum> {
  return choice(DATUMS, {
    wgs84: ['WGS84', 'WGS-84', 'GPS', '84坐标系'],
    cgcs2000: ['2000', '国家2000', 'CGCS-2000', '大地2000', '天地图', 'EPSG:4490'],
    gcj02: ['GCJ-02', '高德', '腾讯', '火星', '火星坐标系'],
    bd09: ['BD-09', 'BD09LL', '百度', '百度坐标系'],
  })
}
