import type { Label } from './dictionary.ts'

/** 风险等级: 1 is the most dangerous. */
export type RiskLevel = 1 | 2 | 3 | 4

interface RiskLevelEntry extends Label {
  /** Name of the official colour. */
  readonly colour: Label
  /** The four hues mean a risk level and nothing else. */
  readonly hex: `#${string}`
}

/** 风险四色: level → name and colour (双重预防机制 red, orange, yellow, blue). */
export const RISK_LEVELS = {
  1: { zh: '重大', en: 'Major', colour: { zh: '红', en: 'Red' }, hex: '#E63031' },
  2: { zh: '较大', en: 'Considerable', colour: { zh: '橙', en: 'Orange' }, hex: '#F48400' },
  3: { zh: '一般', en: 'Moderate', colour: { zh: '黄', en: 'Yellow' }, hex: '#F1DD00' },
  4: { zh: '低', en: 'Low', colour: { zh: '蓝', en: 'Blue' }, hex: '#00B0F0' },
} as const satisfies Readonly<Record<RiskLevel, RiskLevelEntry>>

/** From the most to the least dangerous. */
export const RISK_LEVEL_ORDER = [1, 2, 3, 4] as const satisfies readonly RiskLevel[]

/** Whether a value is one of the four levels. */
export function isRiskLevel(value: unknown): value is RiskLevel {
  return value === 1 || value === 2 || value === 3 || value === 4
}
