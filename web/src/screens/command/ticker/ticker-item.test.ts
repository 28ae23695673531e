import { describe, expect, it } from 'vitest'
import { sayChange } from './ticker-item.ts'

const WORDS = {
  t: (key: string, named: Record<string, unknown> = {}) =>
    [key.replace('command.ticker.', ''), ...Object.values(named)].join(' '),
  term: ({ zh }: { zh: string }) => zh,
}
const PLACE = { lon: 117.7, lat: 34.5 }
const hazard = (status: string, grade: string) => ({
  status,
  grade,
  deadline: -1,
  reportedOn: 20_000,
  ...PLACE,
})

describe('what the ticker says', () => {
  it('says what became of a hazard and leads to it', () => {
    expect(
      sayChange(
        {
          topic: 'hazards',
          action: 'update',
          enterpriseId: 'e',
          id: 'h',
          row: hazard('rectifying', 'general'),
        },
        WORDS,
      ),
    ).toEqual({
      text: 'hazard 整改中',
      grave: false,
      target: { kind: 'hazard', enterpriseId: 'e', id: 'h' },
    })
  })

  it('raises its voice for a major one only', () => {
    expect(
      sayChange(
        {
          topic: 'hazards',
          action: 'update',
          enterpriseId: 'e',
          id: 'h',
          row: hazard('graded', 'major'),
        },
        WORDS,
      )?.grave,
    ).toBe(true)
    expect(
      sayChange(
        {
          topic: 'hazards',
          action: 'insert',
          enterpriseId: 'e',
          id: 'h',
          row: hazard('reported', ''),
        },
        WORDS,
      ),
    ).toMatchObject({ text: 'newHazard', grave: false })
  })

  it('says a new level with its word', () => {
    expect(
      sayChange(
        {
          topic: 'risk-points',
          action: 'update',
          enterpriseId: 'e',
          no: 3,
          row: { level: 1, accidentType: 8, ...PLACE },
        },
        WORDS,
      )?.text,
    ).toContain('重大')
    expect(
      sayChange(
        {
          topic: 'risk-points',
          action: 'update',
          enterpriseId: 'e',
          no: 3,
          row: { level: 0, accidentType: 0, ...PLACE },
        },
        WORDS,
      )?.text,
    ).toBe('unassessed 3')
  })

  it('keeps quiet about what a wall need not hear', () => {
    expect(sayChange({ topic: 'messages', action: 'insert' }, WORDS)).toBeNull()
    expect(sayChange({ topic: 'hazards', action: 'reset' }, WORDS)).toBeNull()
  })
})
