import { expect, it } from 'vitest'
import { tellHeadline, tellMeFigures } from './tell-headline.ts'

const location = { type: 'Point' as const, coordinates: [117.7, 34.5] satisfies [number, number] }
const recipient = {
  enterpriseId: 'b',
  name: '乙',
  location,
  distance: 10,
  origin: 'profile' as const,
  toldAt: null,
  signedByName: null,
  signedAt: null,
}
const point = {
  riskPointId: 'p',
  riskPointName: '罐',
  level: 1 as const,
  radius: 500,
  location,
  extent: null,
  noticeId: null,
  draftId: null,
}

it('says whether anybody has still to be told or to sign', () => {
  expect(tellHeadline([]).key).toBe('nobody')
  expect(tellHeadline([{ ...point, recipients: [{ ...recipient, state: 'signed' }] }]).key).toBe(
    'settled',
  )
  expect(
    tellHeadline([
      {
        ...point,
        recipients: [
          { ...recipient, state: 'not-told' },
          { ...recipient, enterpriseId: 'c', state: 'late' },
        ],
      },
    ]),
  ).toEqual({ key: 'headline', figures: { points: 1, firms: 2, open: 2 } })
})

it('counts what one was not told too, whether or not it is named', () => {
  const told = {
    riskPointId: 'p',
    riskPointName: '罐',
    level: 1 as const,
    distance: 3,
    location,
    receivedId: 'r',
    toldAt: null,
    signedByName: null,
    signedAt: null,
    state: 'waiting' as const,
  }
  const untold = { ...told, receivedId: null, state: 'not-told' as const }
  expect(
    tellMeFigures([{ enterpriseId: 'a', enterpriseName: '甲', untold: 1, points: [told] }]),
  ).toEqual({ firms: 1, points: 2 })
  expect(
    tellMeFigures([{ enterpriseId: 'a', enterpriseName: '甲', untold: 1, points: [told, untold] }]),
  ).toEqual({ firms: 1, points: 2 })
})
