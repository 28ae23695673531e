import { describe, expect, it } from 'vitest'
import { inventRecords } from '../test-district.ts'
import { builtGeography } from './geography.ts'
import { surveyGround } from './ground.ts'
import { distanceBetween } from './metres.ts'
import { CANAL_CLEARANCE } from './settle.ts'

const records = inventRecords()
const ground = surveyGround(builtGeography())

describe('placement', () => {
  it('puts every enterprise where its village, town and grid say', () => {
    for (const { enterprise } of records) {
      const here = ground.at(enterprise.position)
      expect(here?.area.code).toBe(enterprise.areaCode)
      expect(here?.town.code).toBe(enterprise.townCode)
      expect(here?.grid.id).toBe(enterprise.gridId)
    }
  })

  it('keeps every point and hazard in its grid and away from the canal', () => {
    for (const { enterprise, riskPoints, hazards } of records) {
      for (const { position } of [...riskPoints, ...hazards]) {
        const here = ground.at(position)
        expect(here?.grid.id).toBe(enterprise.gridId)
        expect(here?.toCanal).toBeGreaterThan(CANAL_CLEARANCE)
      }
    }
  })

  it('scatters points over the site, no two on one spot', () => {
    for (const { enterprise, riskPoints } of records) {
      expect(new Set(riskPoints.map(({ position }) => position.join(' '))).size).toBe(
        riskPoints.length,
      )
      for (const { position } of riskPoints)
        expect(distanceBetween(position, enterprise.position)).toBeLessThan(250)
    }
  })

  it('finds hazards at or beside their risk points', () => {
    for (const { riskPoints, hazards } of records) {
      const places = new Map(riskPoints.map(({ id, position }) => [id, position]))
      for (const { riskPointId, position } of hazards) {
        const place = places.get(riskPointId)
        expect(place && distanceBetween(place, position)).toBeLessThan(15)
      }
    }
  })

  it('closes every outline', () => {
    for (const { extent } of records.flatMap(({ riskPoints }) => riskPoints)) {
      if (extent) expect(extent.at(-1)).toEqual(extent[0])
    }
  })
})
