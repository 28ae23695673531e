import { describe, expect, it } from 'vitest'
import { hazardCategory, keyOf, riskPointCategory } from '../../../map/filter-key.ts'
import { dice, randomSnapshots } from '../../../map/test-columns.ts'
import { NO_FILTERS } from '../../../map/types.ts'
import { keyAction } from './keys.ts'
import { PRESETS, isPreset, placesOfPreset } from './presets.ts'
import { tourStops } from './stops.ts'

function snapshots() {
  const made = randomSnapshots(dice(7), { enterprises: 6, riskPoints: 8, hazards: 4 })
  const { enterprises, riskPoints, hazards } = made
  enterprises.kind.codes.set(
    enterprises.ids.map((_, row) =>
      enterprises.kind.values.indexOf(row === 5 ? 'incineration-power' : 'general'),
    ),
  )
  enterprises.town.codes.fill(0)
  riskPoints.keys.set(
    [3, 3, 4, 4, 4, 5, 0, 1].map((owner, row) =>
      keyOf(owner, riskPointCategory(row < 5 ? 1 : 3, 8)),
    ),
  )
  hazards.keys.set([
    keyOf(0, hazardCategory('rectifying', 'major', false)),
    keyOf(1, hazardCategory('rectifying', 'major', true)),
    keyOf(2, hazardCategory('rectifying', 'general', true)),
    keyOf(2, hazardCategory('closed', 'major', false)),
  ])
  hazards.reportedOn.set([20_000, 20_010, 19_000, 20_020])
  hazards.deadline.set([20_050, 20_005, 19_900, -1])
  return made
}

describe('tourStops', () => {
  it('goes to the newest major hazard first, then what is overdue, the most level-1 points and the incineration plant, nobody twice', () => {
    const all = snapshots()
    const stops = tourStops(all, NO_FILTERS)
    expect(stops.map(({ reason }) => reason)).toEqual([
      'new-major',
      'new-major',
      'overdue',
      'level-1',
      'level-1',
      'incineration',
    ])
    expect(
      stops.map(({ selection }) =>
        selection.kind === 'enterprise' ? selection.id : selection.enterpriseId,
      ),
    ).toEqual([1, 0, 2, 4, 3, 5].map((row) => all.enterprises.ids[row]))
  })

  it('stays within what is filtered', () => {
    expect(
      tourStops(snapshots(), { ...NO_FILTERS, kinds: ['incineration-power'] }).map(
        ({ reason }) => reason,
      ),
    ).toEqual(['incineration'])
    expect(tourStops({ enterprises: null, riskPoints: null, hazards: null }, NO_FILTERS)).toEqual(
      [],
    )
  })
})

describe('presets', () => {
  it('show the places of what they leave', () => {
    const all = snapshots()
    const plant = PRESETS.find(({ id }) => id === 'incineration')
    if (plant === undefined) throw new Error('no such preset')
    expect([...placesOfPreset(all, plant)]).toEqual([...all.enterprises.positions.subarray(10, 12)])
    expect(isPreset({ ...NO_FILTERS, kinds: ['incineration-power'] }, plant)).toBe(true)
    expect(isPreset(NO_FILTERS, plant)).toBe(false)
  })
})

describe('keyAction', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false }

  it('hears single keys and the presenter’s, but not where somebody types', () => {
    expect(keyAction({ ...plain, key: 'PageDown' }, document.body)).toBe('next-stop')
    expect(keyAction({ ...plain, key: 'T' }, null)).toBe('tour')
    expect(keyAction({ ...plain, key: 't', ctrlKey: true }, null)).toBe(null)
    expect(keyAction({ ...plain, key: 't' }, document.createElement('input'))).toBe(null)
    expect(keyAction({ ...plain, key: 'x' }, null)).toBe(null)
  })
})
