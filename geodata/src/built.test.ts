import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildLayers } from './build.ts'
import { covers, edgeKey, edgesOf, keyOf, reversed, signedArea } from './build/planar.ts'
import { readTowns, readVillages } from './build/sources.ts'
import type { Ring, Surface } from './geojson.ts'
import { gridId } from './identifier.ts'
import { LAYER_NAMES, LAYERS } from './layers.ts'
import { builtFile, readLayer } from './read.ts'

const ringsOf = ({ coordinates }: Surface): Ring[] => coordinates.flat()
const areaOf = (surface: Surface) =>
  ringsOf(surface).reduce((sum, ring) => sum + signedArea(ring), 0)
const district = readLayer('district').features.map(({ geometry }) => geometry)
const districtArea = district.reduce((sum, geometry) => sum + areaOf(geometry), 0)
const outline = new Set(district.flatMap(ringsOf).flatMap(edgesOf).map(edgeKey))

test('the files under built/ are what the sources give', { timeout: 60_000 }, () => {
  const layers = buildLayers()
  for (const layer of LAYER_NAMES) expect(layers[layer], layer).toEqual(readLayer(layer))
})

test('all layers together stay small and say whether they are schematic', () => {
  const sizes = LAYER_NAMES.map((layer) => readFileSync(builtFile(layer)).byteLength)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000)
  for (const layer of LAYER_NAMES) {
    for (const { properties } of readLayer(layer).features)
      expect(properties.schematic).toBe(LAYERS[layer].schematic)
  }
})

test.each(['towns', 'villages', 'grids'] as const)(
  '%s fill the district: every border is shared exactly, none overlap',
  (layer) => {
    const features = readLayer(layer).features
    const edges = features.flatMap(({ geometry }) => ringsOf(geometry).flatMap(edgesOf))
    const keys = new Set(edges.map(edgeKey))
    expect(keys.size).toBe(edges.length)
    const border = edges.filter((edge) => !keys.has(edgeKey(reversed(edge)))).map(edgeKey)
    expect(new Set(border)).toEqual(outline)
    const sum = features.reduce((total, { geometry }) => total + areaOf(geometry), 0)
    expect(Math.abs(sum / districtArea - 1)).toBeLessThan(1e-6)
  },
)

test.each(['district', 'towns', 'villages', 'grids'] as const)(
  'each of the %s is one piece whose border never meets itself',
  (layer) => {
    for (const { properties, geometry } of readLayer(layer).features) {
      expect(geometry.coordinates, properties.name).toHaveLength(1)
      for (const ring of ringsOf(geometry))
        expect(new Set(ring.map(keyOf)).size, properties.name).toBe(ring.length - 1)
    }
  },
)

test('neighbouring counties follow the whole border of the district', () => {
  const theirs = readLayer('neighbours').features.flatMap(({ geometry }) =>
    ringsOf(geometry).flatMap(edgesOf),
  )
  const met = new Map<string, number>()
  for (const edge of theirs) {
    for (const key of [edgeKey(edge), edgeKey(reversed(edge))])
      met.set(key, (met.get(key) ?? 0) + 1)
  }
  expect([...outline].filter((key) => met.get(key) !== 1)).toEqual([])
})

test('codes and names are those of the statistics office', () => {
  const listed = (places: { code: string; name: string }[]) =>
    places.map(({ code, name }) => `${code} ${name}`)
  expect(listed(readLayer('towns').features.map(({ properties }) => properties))).toEqual(
    listed(readTowns()),
  )
  expect(listed(readLayer('villages').features.map(({ properties }) => properties))).toEqual(
    listed(readVillages()),
  )
  expect(readVillages()).toHaveLength(217)
})

test('each town covers its seat, and villages are of like size', () => {
  for (const { properties, geometry } of readLayer('towns').features) {
    expect(covers(ringsOf(geometry), properties.seat), properties.name).toBe(true)
  }
  const areas = readLayer('villages')
    .features.map(({ geometry }) => areaOf(geometry))
    .sort((a, b) => a - b)
  expect((areas.at(-1) ?? 0) / (areas.at(0) ?? 0)).toBeLessThan(3)
})

test('a grid is some villages of one town, every village is in one grid', () => {
  const grids = readLayer('grids').features.map(({ properties }) => properties)
  expect(grids.length).toBeGreaterThanOrEqual(28)
  expect(grids.length).toBeLessThanOrEqual(32)
  expect(grids.flatMap(({ villageCodes }) => villageCodes).sort()).toEqual(
    readVillages().map(({ code }) => code),
  )
  for (const { id, code, townCode, villageCodes } of grids) {
    expect(id).toBe(gridId(code))
    expect(code.startsWith(`${townCode}-G`)).toBe(true)
    expect(villageCodes.every((village) => village.startsWith(townCode))).toBe(true)
  }
})

test('the canal runs from border to border, west to east, inside the district, past 运河街道', () => {
  const [canal] = readLayer('canal').features
  if (canal?.geometry.type !== 'LineString') throw new Error('the canal is one line')
  const line = canal.geometry.coordinates
  const rings = district.flatMap(ringsOf)
  const vertices = new Set(rings.flat().map(keyOf))
  expect(
    [line.at(0), line.at(-1)].every((end) => end !== undefined && vertices.has(keyOf(end))),
  ).toBe(true)
  for (const [[x1, y1], [x2, y2]] of edgesOf(line)) {
    expect(x2).toBeGreaterThan(x1)
    for (const t of [0.05, 0.5, 0.95])
      expect(covers(rings, [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t])).toBe(true)
  }
  const town = readLayer('towns').features.find(({ properties }) => properties.name === '运河街道')
  expect(line.some((position) => town && covers(ringsOf(town.geometry), position))).toBe(true)
})
