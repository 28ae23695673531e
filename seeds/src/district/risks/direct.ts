import type { DirectCriterion } from '@onemap/api/domain/direct-criteria'
import type { SourceText } from '../content/trade.ts'
import type { ThemeKey } from '../content/themes.ts'
import type { Random } from '../random.ts'

/** Dangers that a 重大危险源 is made of. */
const MAJOR_HAZARD_THEMES: readonly ThemeKey[] = [
  'toxic-gas',
  'ammonia',
  'flammable-liquid',
  'flammable-gas',
]
/** Dangers of places where many people work together. */
const CROWDED_THEMES: readonly ThemeKey[] = ['dust-explosion', 'fire-load', 'crowd']

/** The direct criterion (重大风险直接判定) that would hold for a source at level 1, if any. */
export function directCriterionFor(
  random: Random,
  text: SourceText | undefined,
  majorHazard: boolean,
): DirectCriterion | undefined {
  if (!text || text[2] < 40) return undefined
  const theme = text[1]
  if (majorHazard && MAJOR_HAZARD_THEMES.includes(theme)) return 'major-hazard-installation'
  if (CROWDED_THEMES.includes(theme)) return 'ten-workers-exposed'
  return random.chance(0.3) ? 'past-accident' : undefined
}
