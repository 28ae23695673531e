import { describe, expect, it } from 'vitest'
import { dice, randomSnapshots } from '../../map/test-columns.ts'
import { locate } from '../../map/locate.ts'
import { destinationOf } from './use-flight.ts'

const snapshots = randomSnapshots(dice(7), { enterprises: 5, riskPoints: 20, hazards: 0 })
const enterprise = { kind: 'enterprise', id: 'e3' } as const
const hazard = {
  kind: 'hazard',
  enterpriseId: 'e3',
  id: '00000000-0000-4000-8000-000000000009',
} as const

describe('a flight', () => {
  it('ends at the thing', () => {
    const [lon, lat] = locate(snapshots, enterprise) ?? []
    expect(destinationOf(snapshots, enterprise)).toEqual({ lon, lat, zoom: 15.5 })
  })

  it('ends at the enterprise of what the map itself does not show', () => {
    expect(destinationOf(snapshots, hazard)).toEqual(destinationOf(snapshots, enterprise))
  })

  it('waits for the layer its end is in', () => {
    expect(destinationOf({ ...snapshots, hazards: null }, hazard)).toBeUndefined()
    expect(destinationOf({ ...snapshots, hazards: null }, enterprise)).not.toBeNull()
  })

  it('goes nowhere for what is not there', () => {
    expect(destinationOf(snapshots, { kind: 'enterprise', id: 'gone' })).toBeNull()
    expect(destinationOf(snapshots, { ...hazard, enterpriseId: 'gone' })).toBeNull()
  })
})
