import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../map/types.ts'
import { readCommandAddress, writeCommandAddress, type CommandAddress } from './address.ts'

const FULL: CommandAddress = {
  filters: { ...NO_FILTERS, levels: [1], towns: ['370405102'], overdueOnly: true },
  selection: null,
  view: { lon: 117.7, lat: 34.5, zoom: 11, pitch: 48, bearing: 0 },
  toggled: [],
  day: '2026-05-01',
  playing: true,
  touring: true,
  shape: [
    [117.5, 34.5],
    [117.7, 34.5],
    [117.6, 34.7],
  ],
  boundsOnly: true,
  folded: ['levels', 'ticker'],
}

describe('the address of the command screen', () => {
  it('holds the whole screen: what is written is read back', () => {
    expect(
      readCommandAddress(
        Object.fromEntries(
          Object.entries(writeCommandAddress(FULL)).map(([name, value]) => [name, String(value)]),
        ),
      ),
    ).toEqual(FULL)
  })

  it('is empty as the screen begins', () => {
    expect(writeCommandAddress(readCommandAddress({}))).toEqual({})
  })

  it('opens with what is sound when parts are not', () => {
    const address = readCommandAddress({
      day: '2026-13-77',
      play: '1',
      area: '117,34;x,y;118,35',
      within: 'district',
      fold: 'levels,nothing',
    })
    expect(readCommandAddress({ area: '117,34;118,35;118,34;117,35' }).shape).toBeNull()
    expect(address).toMatchObject({
      day: null,
      playing: false,
      shape: null,
      boundsOnly: false,
      folded: ['levels'],
    })
  })
})
