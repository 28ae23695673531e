import type { Label } from '@onemap/api/domain/dictionary'
import type { Position } from '../geojson.ts'

/** What the reader of a finding can decide about it. Whoever shows findings says how that is done there. */
export type Remedy =
  | 'choose-code-field'
  | 'choose-name-field'
  | 'state-crs'
  | 'state-datum'
  | 'datum-is-right'
  | 'allow-code-changes'
  | 'dissolve-missing'

/** One thing that is wrong with a file, or worth knowing of it, in words. */
export interface Finding extends Label {
  /** Number of the feature in its file, from 1. */
  readonly feature?: number
  /** Where on the map, in WGS 84. */
  readonly at?: Position
  readonly remedy?: Remedy
}

/** Begins a finding with the feature that it is about. */
export function ofFeature(feature: number, text: Label, more: Partial<Finding> = {}): Finding {
  return {
    zh: `第 ${feature} 个要素${text.zh}`,
    en: `Feature ${feature}${text.en}`,
    feature,
    ...more,
  }
}
