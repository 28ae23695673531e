import { describe, expect, it } from 'vitest'
import type { PlacePoint } from '../../../map/ring.ts'
import { choosePlace } from './choose-place.ts'
import { boxAround, metresBetween, nearest } from './nearby.ts'

const at = (lon: number, lat: number): PlacePoint => ({ type: 'Point', coordinates: [lon, lat] })
const enterprise = at(117.73, 34.56)
const near = at(117.7305, 34.5602)
const home = at(117.9, 34.6)
const none = { picked: null, riskPoint: null, photo: null, device: null, enterprise }

describe('choosePlace', () => {
  it('prefers what a person chose', () => {
    expect(choosePlace({ ...none, picked: home, riskPoint: near, photo: near })).toEqual({
      location: home,
      source: 'picked',
    })
    expect(choosePlace({ ...none, riskPoint: near, photo: home })).toEqual({
      location: near,
      source: 'risk-point',
    })
  })

  it('takes photograph, then device, if they are near the enterprise', () => {
    expect(
      choosePlace({ ...none, photo: near, device: { location: enterprise, accuracy: 5 } })?.source,
    ).toBe('photo')
    expect(choosePlace({ ...none, photo: home, device: { location: near, accuracy: 8 } })).toEqual({
      location: near,
      source: 'device',
      accuracy: 8,
    })
  })

  it('falls back to where the enterprise lies', () => {
    expect(choosePlace({ ...none, photo: home, device: { location: home, accuracy: 8 } })).toEqual({
      location: enterprise,
      source: 'enterprise',
    })
    expect(choosePlace({ ...none, enterprise: null })).toBeNull()
  })
})

describe('nearby', () => {
  it('measures a district', () => {
    expect(metresBetween(at(117.73, 34.56), at(117.73, 34.57))).toBeCloseTo(1113.2, 0)
    expect(metresBetween(at(117.73, 34.56), at(117.74, 34.56))).toBeCloseTo(916.7, 0)
  })

  it('puts the nearest first', () => {
    const places = [
      { name: 'home', location: home },
      { name: 'near', location: near },
      { name: 'here', location: enterprise },
    ]
    expect(nearest(places, enterprise, 2).map(({ name }) => name)).toEqual(['here', 'near'])
  })

  it('draws a box', () =>
    expect(boxAround(at(117.73, 34.56), 1113.2)).toBe('117.717857,34.550000,117.742143,34.570000'))
})
