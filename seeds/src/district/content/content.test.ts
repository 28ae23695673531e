import { industryInEnglish } from '@onemap/api/domain/industries'
import { describe, expect, it } from 'vitest'
import { CONTROL_LEVEL_CODES } from '@onemap/api/domain/control-level'
import { COMMON_POINTS } from './common.ts'
import { THEMES } from './themes.ts'
import { TRADES } from './trades.ts'

const OTHER_PLACEHOLDERS = /\{(?!(point|unit|team|post)\})[a-z]*\}/

describe('themes', () => {
  it.each(Object.entries(THEMES))(
    '%s has measures at every level and defects to find',
    (_, theme) => {
      for (const level of CONTROL_LEVEL_CODES)
        expect(theme.measures[level].length).toBeGreaterThanOrEqual(2)
      expect(theme.causes.length).toBeGreaterThanOrEqual(3)
      expect(theme.faults.length).toBeGreaterThanOrEqual(3)
      expect(JSON.stringify(theme)).not.toMatch(OTHER_PLACEHOLDERS)
    },
  )

  it('never says the same twice', () => {
    for (const theme of Object.values(THEMES)) {
      const texts = [
        ...Object.values(theme.measures)
          .flat()
          .map(([, text]) => text),
        ...theme.faults.map(([text]) => text),
      ]
      expect(new Set(texts).size).toBe(texts.length)
    }
  })
})

describe('trades', () => {
  it('have an English name for every industry', () => {
    for (const { lines } of TRADES)
      for (const { code, industry } of lines)
        expect([industry, industryInEnglish(code)]).toEqual([
          industry,
          expect.stringMatching(/^[A-Z][^()]*$/),
        ])
  })

  it.each(
    TRADES.flatMap((trade) => trade.lines.map((line) => [line.industry, line, trade] as const)),
  )('%s has enough of its own', (_, line, trade) => {
    const own = trade.points.filter(({ lines }) => lines === undefined || lines.includes(line.key))
    expect(own.length).toBeGreaterThanOrEqual(6)
    expect(new Set(own.map(({ name }) => name)).size).toBe(own.length)
    expect(line.code).toMatch(/^[A-T]\d{4}$/)
  })

  it('name only lines that exist, and no place twice', () => {
    for (const { key, lines, points } of TRADES) {
      const known = new Set(lines.map((line) => line.key))
      for (const point of points) {
        expect(point.lines?.every((line) => known.has(line)) ?? true, `${key} ${point.name}`).toBe(
          true,
        )
        expect(new Set(point.at).size).toBe(point.at.length)
      }
    }
  })

  it('sum to the usual district', () => {
    expect(TRADES.reduce((sum, { share }) => sum + share, 0)).toBeGreaterThanOrEqual(150)
    expect(COMMON_POINTS.every(({ sources }) => sources.length > 0)).toBe(true)
  })
})
