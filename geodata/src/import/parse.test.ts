import { expect, test } from 'vitest'
import { parseLayer } from './parse.ts'

const SQUARE = [
  [117.6, 34.5],
  [117.7, 34.5],
  [117.7, 34.6],
  [117.6, 34.6],
  [117.6, 34.5],
]

function file(...features: unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function grid(code: unknown, name: unknown, ring: unknown = SQUARE) {
  return {
    type: 'Feature',
    properties: { code, name, extra: 1 },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
}

test('a good file is read, a byte order mark and further properties notwithstanding', () => {
  const { features, problems } = parseLayer(
    'grids',
    `\uFEFF${file(grid('370405001-G01', ' 第一网格 '))}`,
    'wgs84',
  )
  expect(problems).toEqual([])
  expect(features).toMatchObject([
    { no: 1, code: '370405001-G01', name: '第一网格', geometry: { type: 'MultiPolygon' } },
  ])
})

test('codes of GB/T 30428 unit grids are grid codes too', () => {
  expect(parseLayer('grids', file(grid('370405001001003', '单元网格')), 'wgs84').problems).toEqual(
    [],
  )
})

test.each([
  ['not JSON', '{"type":', '文件：应为 GeoJSON 的 FeatureCollection 对象'],
  [
    'one bare feature',
    JSON.stringify(grid('370405001-G01', '甲')),
    '文件 type：应为 FeatureCollection',
  ],
  ['no feature', file(), '文件 features：没有任何要素'],
  ['no code', file(grid(undefined, '甲')), '第 1 个要素 properties.code：缺少代码'],
  [
    'a code of another form',
    file(grid('G-1', '甲')),
    '第 1 个要素 properties.code：网格代码应以 9 位乡级代码开头，如 370405001-G01',
  ],
  ['no name', file(grid('370405001-G01', '  ')), '第 1 个要素 properties.name：名称不能为空'],
  [
    'a point',
    file({
      ...grid('370405001-G01', '甲'),
      geometry: { type: 'Point', coordinates: [117.6, 34.5] },
    }),
    '第 1 个要素 geometry.type：应为 Polygon 或 MultiPolygon',
  ],
  [
    'no geometry',
    file({ ...grid('370405001-G01', '甲'), geometry: null }),
    '第 1 个要素 geometry：应为 Polygon 或 MultiPolygon',
  ],
  [
    'an open ring',
    file(grid('370405001-G01', '甲', SQUARE.slice(0, 4))),
    '第 1 个要素 甲：有 1 个环首尾坐标不一致（未闭合）',
  ],
  [
    'a code twice',
    file(grid('370405001-G01', '甲'), grid('370405001-G01', '乙')),
    '第 2 个要素 properties.code：代码 370405001-G01 与第 1 个要素重复',
  ],
  [
    'projected coordinates',
    file(
      grid(
        '370405001-G01',
        '甲',
        SQUARE.map(() => [39563000, 3825000]),
      ),
    ),
    '第 1 个要素 geometry.coordinates.0.0：坐标应为 [经度, 纬度]，单位为度（不是投影坐标，经纬度也不要颠倒）',
  ],
])('%s is explained', (_, text, problem) => {
  expect(parseLayer('grids', text, 'wgs84').problems).toContain(problem)
})

test('every bad feature is reported, not the first only', () => {
  const { problems } = parseLayer(
    'villages',
    file(grid('1', '甲'), grid('370405001001', '乙'), grid('2', '')),
    'wgs84',
  )
  expect(problems.map((problem) => problem.slice(0, 7))).toEqual([
    '第 1 个要素',
    '第 3 个要素',
    '第 3 个要素',
  ])
})
