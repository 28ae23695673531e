import type { Datum } from '../../domain/datum.ts'
import type { EnterpriseKind } from '../../domain/enterprise-kind.ts'
import type { Synonyms } from './synonyms.ts'

/** 监管类别. */
export const ENTERPRISE_KIND_WORDS: Synonyms<EnterpriseKind> = {
  general: ['一般', '其他'],
  'high-risk-plant': ['高危', '高危行业'],
  'incineration-power': ['垃圾焚烧发电'],
  'public-area': ['公共领域', '城乡公共领域风险源', '城乡公共领域'],
}

/** 坐标系. */
export const DATUM_WORDS: Synonyms<Datum> = {
  wgs84: ['WGS84', 'WGS-84', 'GPS', '84坐标系', 'EPSG:4326'],
  cgcs2000: ['2000', '国家2000', 'CGCS-2000', '大地2000', '天地图', 'EPSG:4490'],
  gcj02: ['GCJ-02', '高德', '腾讯', '火星', '火星坐标系'],
  bd09: ['BD-09', 'BD09LL', '百度', '百度坐标系'],
}
