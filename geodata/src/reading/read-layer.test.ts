import { describe, expect, test } from 'vitest'
import type { LayerName } from '../layers.ts'
import { readLayerFile, type ReadingOptions } from './read-layer.ts'

const SQUARE = [
  [117.6, 34.5],
  [117.7, 34.5],
  [117.7, 34.6],
  [117.6, 34.6],
  [117.6, 34.5],
]
const EAST = SQUARE.map(([lon = 0, lat = 0]) => [lon + 0.1, lat])

interface Sketch {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly ring?: unknown
  readonly geometry?: unknown
}

function feature({ properties = { code: '370405001', name: '运河街道' }, ...shape }: Sketch = {}) {
  const geometry =
    'geometry' in shape ? shape.geometry : { type: 'Polygon', coordinates: [shape.ring ?? SQUARE] }
  return { type: 'Feature', properties, geometry }
}

const grid = (code: unknown, name: unknown, shape: Sketch = {}) =>
  feature({ properties: { code, name, extra: 1 }, ...shape })

function fileOf(...features: unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function read(layer: LayerName, file: string | Uint8Array, options: Partial<ReadingOptions> = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  return readLayerFile(layer, bytes, { datum: 'cgcs2000', ...options })
}

describe('a file is read', () => {
  test('with a byte order mark, heights and further properties', () => {
    const ring = SQUARE.map((position) => [...position, 32.5])
    const file = `\uFEFF${fileOf(grid('370405001-G01', ' 第一网格 ', { ring }))}`
    const { features, problems } = read('grids', file)
    expect(problems).toEqual([])
    expect(features).toEqual([
      {
        no: 1,
        code: '370405001-G01',
        name: '第一网格',
        geometry: { type: 'MultiPolygon', coordinates: [[SQUARE]] },
      },
    ])
  })

  test('where it is one bare feature', () => {
    const { features, problems } = read('towns', JSON.stringify(feature()))
    expect([features.length, problems]).toEqual([1, []])
  })

  test('in GBK, and said to be', () => {
    const [before = '', after = ''] = fileOf(feature()).split('运河街道')
    // 运河街道 in GBK.
    const name = Buffer.from('d4cbbad3bdd6b5c0', 'hex')
    const gbk = Buffer.concat([Buffer.from(before), name, Buffer.from(after)])
    const { features, notes } = read('towns', gbk)
    expect(features[0]?.name).toBe('运河街道')
    expect(notes).toEqual([
      { zh: '文件按 GB18030（GBK） 编码读取', en: 'The file was read as GB18030 (GBK)' },
    ])
  })

  test('in UTF-16', () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(fileOf(feature()), 'utf16le'),
    ])
    expect(read('towns', utf16).features[0]?.name).toBe('运河街道')
  })

  test.each([
    ['a number', 'towns', { code: 370405001, name: '甲' }, '370405001'],
    ['survey fields', 'towns', { XZQDM: '370405001', XZQMC: '甲' }, '370405001'],
    ['map service fields', 'district', { adcode: 370405, name: '甲' }, '370405'],
    ['天地图’s country code', 'district', { gb: '156370405', name: '甲' }, '370405'],
    ['twelve digits of a town', 'towns', { code: '370405001000', name: '甲' }, '370405001'],
    ['twelve digits of a county', 'district', { code: '370405000000', name: '甲' }, '370405'],
    [
      'fifteen digits of a village',
      'villages',
      { code: 370405001001000, name: '甲' },
      '370405001001',
    ],
    ['full-width digits', 'towns', { code: '３７０４０５００１', name: '甲' }, '370405001'],
    ['Chinese fields', 'grids', { 网格编码: '370405001001003', 网格名称: '甲' }, '370405001001003'],
  ] as const)('with codes as %s', (_, layer, properties, code) => {
    const { features, problems } = read(layer, fileOf(feature({ properties })))
    expect(problems).toEqual([])
    expect(features[0]).toMatchObject({ code, name: '甲' })
  })

  test('from the fields that are chosen', () => {
    const properties = { code: 'x', ID: '370405001', name: '旧名', LABEL: '新名' }
    const options = { codeField: 'id', nameField: 'LABEL' }
    const { features, notes } = read('towns', fileOf(feature({ properties })), options)
    expect(features[0]).toMatchObject({ code: '370405001', name: '新名' })
    expect(notes[0]?.zh).toBe('代码取自字段 ID，名称取自字段 LABEL')
  })

  test('with the parts of an area in rows of their own', () => {
    const file = fileOf(feature(), grid('370405100', '邳庄镇'), feature({ ring: EAST }))
    const { features, notes, rows } = read('towns', file)
    expect(rows).toBe(3)
    expect(features.map(({ no, parts = 1 }) => [no, parts])).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(features[0]?.geometry.coordinates).toEqual([[SQUARE], [EAST]])
    expect(notes).toEqual([
      {
        zh: '第 1、3 个要素代码同为 370405001（运河街道），按一个区域的 2 个部分合并',
        en: 'Features 1, 3 have the same code 370405001 (运河街道) and were joined as 2 parts of one area',
      },
    ])
  })
})

describe('what is wrong is named, in both languages:', () => {
  const REFUSALS: readonly (readonly [string, LayerName, string | Uint8Array, RegExp, RegExp])[] = [
    [
      'bytes that are no text',
      'grids',
      Uint8Array.of(0xff, 0xff, 0x80, 0x80),
      /^文件的文字编码无法识别/,
      /^The encoding of the file is unknown/,
    ],
    [
      'NaN, and where',
      'grids',
      `{\n  "type":"FeatureCollection",\n  "area":NaN}`,
      /第 3 行第 10 列写着 NaN，.+"area":▸NaN}/,
      /line 3, column 10, NaN is no JSON number.+"area":▸NaN}/,
    ],
    [
      'a file that breaks off',
      'grids',
      fileOf(feature()).slice(0, -30),
      /第 1 行第 \d+ 列文件没有写完就断了/,
      /line 1, column \d+, the file breaks off/,
    ],
    [
      'no GeoJSON',
      'grids',
      '[1]',
      /^文件应为 GeoJSON 的 FeatureCollection 或 Feature$/,
      /^The file must be a GeoJSON/,
    ],
    ['no feature', 'grids', fileOf(), /^文件里没有任何要素$/, /^The file has no features$/],
    [
      'no field for the code, and which there are',
      'towns',
      fileOf(feature({ properties: { OBJECTID: 1, name: '甲' } })),
      /^找不到代码字段；文件里的字段：OBJECTID、name$/,
      /^No field of the file holds the code; its fields: OBJECTID, name$/,
    ],
    [
      'no code',
      'grids',
      fileOf(grid('370405001-G01', '甲'), grid(null, '乙')),
      /^第 2 个要素（乙）：缺少代码$/,
      /^Feature 2 \(乙\): the code is missing$/,
    ],
    [
      'a code of another form',
      'grids',
      fileOf(grid('G-1', '甲')),
      /^第 1 个要素（甲）：网格代码应以 9 位乡级代码开头，如 370405001-G01，现为“G-1”$/,
      /begins with the 9 digits of its town.+“G-1”$/,
    ],
    [
      'a code of another level',
      'towns',
      fileOf(grid('370405001001', '甲')),
      /乡级代码应为 9 位数字，现为“370405001001”$/,
      /a town’s code has 9 digits, and is “370405001001”$/,
    ],
    [
      'a code that lost digits',
      'towns',
      fileOf(grid(370405001.5, '甲')),
      /代码应为文字或整数，现为 370405001.5$/,
      /must be text or a whole number/,
    ],
    [
      'no name',
      'grids',
      fileOf(grid('370405001-G01', '  ')),
      /名称不能为空$/,
      /the name is empty$/,
    ],
    [
      'a name of replacement characters',
      'grids',
      fileOf(grid('370405001-G01', '运河\ufffd\ufffd道')),
      /名称是乱码/,
      /the name is garbled/,
    ],
    [
      'a name of UTF-8 read as Latin',
      'grids',
      fileOf(grid('370405001-G01', Buffer.from('运河街道').toString('latin1'))),
      /名称是乱码/,
      /the name is garbled/,
    ],
    [
      'two names for one code',
      'grids',
      fileOf(grid('370405001-G01', '甲'), grid('370405001-G01', '乙')),
      /^第 2 个要素代码 370405001-G01 与第 1 个要素重复，名称却不同（甲、乙）$/,
      /^Feature 2 has the code 370405001-G01 of feature 1 but another name/,
    ],
    [
      'no geometry',
      'grids',
      fileOf(grid('370405001-G01', '甲', { geometry: null })),
      /^第 1 个要素（甲）：没有图形（geometry 为空）$/,
      /^Feature 1 \(甲\): has no geometry$/,
    ],
    [
      'a point',
      'grids',
      fileOf(
        grid('370405001-G01', '甲', { geometry: { type: 'Point', coordinates: [117.6, 34.5] } }),
      ),
      /图形应为 Polygon 或 MultiPolygon，现为 Point$/,
      /must be a Polygon or MultiPolygon, and is Point$/,
    ],
    [
      'text coordinates, the first place and how many',
      'grids',
      fileOf(grid('370405001-G01', '甲', { ring: SQUARE.map((at) => at.map(String)) })),
      /geometry\.coordinates\[0\]\[0\] 坐标写成了文字（\["117\.6","34\.5"\]），.+（同样的共 5 处）$/,
      /geometry\.coordinates\[0\]\[0\]: coordinates are text .+ \(5 such places\)$/,
    ],
    [
      'swapped axes',
      'grids',
      fileOf(grid('370405001-G01', '甲', { ring: SQUARE.map((at) => at.toReversed()) })),
      /经纬度颠倒了：\(34\.5, 117\.6\) 应写作 \(117\.6, 34\.5\)/,
      /swapped: \(34\.5, 117\.6\) should be \(117\.6, 34\.5\)/,
    ],
    [
      'projected coordinates without a system',
      'grids',
      fileOf(grid('370405001-G01', '甲', { ring: SQUARE.map(() => [39563000, 3825000]) })),
      /不是经纬度，看来是投影坐标.+可能是 EPSG:4527/,
      /looks projected.+may be EPSG:4527/,
    ],
    [
      'an open ring',
      'grids',
      fileOf(grid('370405001-G01', '甲', { ring: SQUARE.slice(0, 4) })),
      /geometry\.coordinates\[0\] 环首尾坐标不一致（未闭合）$/,
      /does not end where it begins$/,
    ],
    [
      'a ring of too few positions',
      'grids',
      fileOf(grid('370405001-G01', '甲', { ring: SQUARE.slice(0, 3) })),
      /应为数组，至少 4 项$/,
      /must be an array of at least 4$/,
    ],
  ]

  test.each(REFUSALS)('%s', (_, layer, file, zh, en) => {
    const { problems } = read(layer, file)
    expect(problems.map((problem) => problem.zh)).toEqual([expect.stringMatching(zh)])
    expect(problems.map((problem) => problem.en)).toEqual([expect.stringMatching(en)])
  })

  test('every bad feature, not the first only', () => {
    const file = fileOf(grid('1', '甲'), grid('370405001001', '乙'), grid('2', ''))
    const { problems } = read('villages', file)
    expect(problems.map(({ feature: no }) => no)).toEqual([1, 3, 3])
  })
})
