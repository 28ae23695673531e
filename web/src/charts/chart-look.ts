import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { RISK_LEVELS } from '@onemap/api/domain/risk-level'

/** Colours of charts: the four level hues mean levels only, all else is grey; what is chosen has the accent. */
export const LOOK = {
  text: '#E8EFF7',
  quiet: '#A3B3C6',
  line: 'rgba(160, 190, 225, .14)',
  bar: '#8CA0B8',
  faint: '#46586E',
  pale: '#D5DFEA',
  accent: '#6FE3C1',
  ground: '#0D1724',
  family: '"Noto Sans SC Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
} as const

/** Colour of a level, grey for what is not assessed. */
export const levelColour = (level: RiskLevel | 0): string =>
  level === 0 ? LOOK.faint : RISK_LEVELS[level].hex

/** Text of a chart: never below 14 px at a width of 1920. */
export const text = (
  colour: string = LOOK.quiet,
  size = 14,
): { color: string; fontSize: number; fontFamily: string } => ({
  color: colour,
  fontSize: size,
  fontFamily: LOOK.family,
})

/** What a bar looks like while others are chosen and it is not. */
export const dimmed = (chosen: boolean, any: boolean): number => (any && !chosen ? 0.35 : 1)

/** An axis of categories without anything but its words. */
export function wordAxis(words: readonly string[], colour: string = LOOK.quiet, width?: number) {
  return {
    type: 'category' as const,
    data: [...words],
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      ...text(colour),
      interval: 0,
      margin: 12,
      ...(width === undefined ? {} : { width, overflow: 'truncate' as const }),
    },
  }
}

/** A hidden axis of numbers from nothing to the most. */
export const lengthAxis = (most: number) => ({
  type: 'value' as const,
  show: false,
  min: 0,
  max: Math.max(most, 1),
})
