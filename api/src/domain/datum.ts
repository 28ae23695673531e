import { codesOf, type Dictionary } from './dictionary.ts'

/** 坐标系: the datum coordinates were written in. Everything is stored as WGS 84, which CGCS2000 equals within decimetres. */
export const DATUMS = {
  wgs84: { zh: 'WGS 84', en: 'WGS 84' },
  cgcs2000: { zh: '2000国家大地坐标系', en: 'CGCS2000' },
  gcj02: { zh: 'GCJ-02（高德、腾讯）', en: 'GCJ-02 (Amap, Tencent)' },
  bd09: { zh: 'BD-09（百度）', en: 'BD-09 (Baidu)' },
} as const satisfies Dictionary

export type Datum = keyof typeof DATUMS
export const DATUM_CODES = codesOf(DATUMS)
