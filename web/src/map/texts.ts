import type { Label } from '@onemap/api/domain/dictionary'
import type { MapLocale } from './types.ts'

/** The few words that stand on the map itself. */
const TEXTS = {
  title: {
    zh: '双防一张图：方向键平移，加减键缩放，回车选取中心对象',
    en: 'Risk map: arrow keys pan, plus and minus zoom, Enter picks what is in the centre',
  },
  approval: { zh: '审图号：', en: 'Map approval no. ' },
  schematic: {
    zh: '镇村与网格界线、运河为示意，不作划界依据',
    en: 'Town, village and grid boundaries and the canal are schematic',
  },
  tianditu: { zh: '底图 © 天地图', en: 'Base map © Tianditu' },
} as const satisfies Readonly<Record<string, Label>>

/** A text in the language of the screen. */
export const mapText = (name: keyof typeof TEXTS, locale: MapLocale): string =>
  TEXTS[name][locale === 'en' ? 'en' : 'zh']
