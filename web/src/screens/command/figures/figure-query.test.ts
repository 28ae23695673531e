import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../../map/types.ts'
import { figureQuery } from './figure-query.ts'

describe('asking for the figures', () => {
  it('asks plainly for what is not limited', () => {
    expect(figureQuery(NO_FILTERS, null, null, null)).toEqual({})
  })

  it('names every limit as the API does', () => {
    expect(
      figureQuery(
        {
          levels: [1, 2],
          kinds: ['general'],
          towns: ['370405102'],
          grids: ['g'],
          industries: ['2614'],
          accidentTypes: [8],
          hazardStatuses: ['rectifying'],
          grades: ['major'],
          overdueOnly: true,
          q: ' 热电 ',
        },
        '2026-05-01',
        [117.1, 34.2, 117.9, 34.9],
        [
          [117.5, 34.5],
          [117.7, 34.5],
          [117.6, 34.7],
        ],
      ),
    ).toEqual({
      at: '2026-05-01',
      kind: 'general',
      riskLevel: '1,2',
      gridId: 'g',
      industryCode: '2614',
      areaCode: '370405102',
      accidentType: '8',
      hazardStatus: 'rectifying',
      grade: 'major',
      overdue: 'true',
      q: '热电',
      polygon: '117.5,34.5;117.7,34.5;117.6,34.7',
      bbox: '117.1,34.2,117.9,34.9',
    })
  })
})
