import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../map/types.ts'
import { activeFilters, readAddress, writeAddress, type Address } from './address.ts'

const ENTERPRISE = '6f1de0a2-7c1b-4c36-9a3e-0f6b1c2d3e4f'
const HAZARD = '0b9f4a6e-2f53-4a1d-8a55-1c2d3e4f5a6b'

const FULL: Address = {
  filters: {
    levels: [1, 2],
    kinds: ['incineration-power'],
    towns: ['370405102'],
    grids: [ENTERPRISE],
    industries: ['2614'],
    accidentTypes: [8, 16],
    hazardStatuses: ['rectifying'],
    grades: ['major'],
    overdueOnly: true,
    q: '热电 rd',
  },
  selection: { kind: 'hazard', enterpriseId: ENTERPRISE, id: HAZARD },
  view: { lon: 117.73412, lat: 34.56321, zoom: 13.25, pitch: 40, bearing: -15 },
  toggled: ['grids', 'level-heat'],
}

describe('the address of the map', () => {
  it('holds the whole screen: what is written is read back', () => {
    expect(
      readAddress(
        Object.fromEntries(
          Object.entries(writeAddress(FULL)).map(([name, value]) => [name, String(value)]),
        ),
      ),
    ).toEqual(FULL)
  })

  it.each([
    { kind: 'enterprise', id: ENTERPRISE } as const,
    { kind: 'risk-point', enterpriseId: ENTERPRISE, no: 17 } as const,
  ])('names a $kind', (selection) => {
    const { at } = writeAddress({ ...FULL, selection })
    expect(readAddress({ at: String(at) }).selection).toEqual(selection)
  })

  it('is empty when nothing was chosen', () => {
    expect(writeAddress({ filters: NO_FILTERS, selection: null, view: null, toggled: [] })).toEqual(
      {},
    )
    expect(readAddress({})).toEqual({
      filters: NO_FILTERS,
      selection: null,
      view: null,
      toggled: [],
    })
  })

  it('opens with what is sound when parts are not', () => {
    const address = readAddress({
      level: '1,9,x',
      kind: 'bakery,general',
      town: '370405',
      grid: 'nobody',
      industry: 'paper,2221',
      accident: '8,99',
      hazard: 'lost,closed',
      at: 'hazard:1:2',
      view: '500,34,9',
      layers: 'gold',
    })
    expect(address.filters).toEqual({
      ...NO_FILTERS,
      levels: [1],
      kinds: ['general'],
      industries: ['2221'],
      accidentTypes: [8],
      hazardStatuses: ['closed'],
    })
    expect(address.selection).toBeNull()
    expect(address.view).toBeNull()
    expect(address.toggled).toEqual([])
  })

  it('counts every limit', () => {
    expect(activeFilters(FULL.filters)).toBe(12)
    expect(activeFilters({ ...NO_FILTERS, q: '  ' })).toBe(0)
  })
})
