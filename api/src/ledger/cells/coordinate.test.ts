import { describe, expect, it } from 'vitest'
import { latitude, longitude, lonLatPair } from './coordinate.ts'
import { packedDegrees } from './degrees.ts'

const refused = (zh: string) => ({
  fault: expect.objectContaining({ zh: expect.stringContaining(zh) }),
})

describe('longitude', () => {
  it.each([
    ['117.727', 117.727],
    ['117.727°', 117.727],
    ['117.727度', 117.727],
    ['117.727E', 117.727],
    ['E117.727', 117.727],
    ['e 117.727°', 117.727],
    ['东经117.727°', 117.727],
    ['经度：117.727', 117.727],
    ['lng=117.727', 117.727],
    ['117．727', 117.727],
    ['１１７.727', 117.727],
    ['117,727', 117.727],
    ['117.727，', 117.727],
    ['117°43.62′', 117.727],
    ['117º43\'37.2"', 117.727],
    ['117°43′37.2″', 117.727],
    ['117° 43’ 37.2”E', 117.727],
    ["117°43'37.2''", 117.727],
    ['东经117度43分37.2秒', 117.727],
    ['117-43-37.2', 117.727],
    ['117:43:37.2', 117.727],
    ['117 43 37.2', 117.727],
    ['117 43.62', 117.727],
    ['117°30′', 117.5],
  ])('reads %s', (text, value) => {
    const reading = longitude().read(text)
    expect('value' in reading ? reading.value : reading).toBeCloseTo(value, 9)
  })

  it.each([
    ['34.56', '填反了'],
    ['abc', '不是可用的经度'],
    ['117°70′', '不是可用的经度'],
    ['117°43.62′37″', '不是可用的经度'],
    ['0', '不是可用的经度'],
    ['117.727W', '不是可用的经度'],
    ['39566750.2', '高斯投影坐标（第 39 带）'],
    ['566750.2', '高斯投影坐标'],
    [`${' '.repeat(30_000)}1`, '不是可用的经度'],
  ])('refuses %s', (text, message) => {
    expect(longitude().read(text)).toEqual(refused(message))
  })
})

describe('latitude', () => {
  it('reads degrees', () => expect(latitude().read('34.562208')).toEqual({ value: 34.562208 }))
  it('notices a longitude', () => expect(latitude().read('117.7')).toEqual(refused('填反了')))
  it('notices metres', () => expect(latitude().read('3826512.3')).toEqual(refused('投影坐标')))
})

describe('a pair in one cell', () => {
  it.each([
    '117.727,34.561',
    '34.561,117.727',
    '117.727，34.561',
    '117.727、34.561',
    '117.727 34.561',
    '117.727/34.561',
    '117.727;34.561',
    '117.727\n34.561',
    '(117.727, 34.561)',
    '[117.727,34.561]',
    'POINT(117.727 34.561)',
    'E117.727 N34.561',
    'E117.727N34.561',
    '117.727E34.561N',
    '东经117.727°北纬34.561°',
    '经度：117.727，纬度：34.561',
    '东经117°43′37.2″，北纬34°33′39.6″',
    '117°43\'37.2"E,34°33\'39.6"N',
    '117 43 37.2, 34 33 39.6',
  ])('reads %s', (text) => {
    const reading = lonLatPair().read(text)
    const [x, y] = 'value' in reading ? reading.value : []
    expect([x?.toFixed(6), y?.toFixed(6)]).toEqual(['117.727000', '34.561000'])
  })

  it.each(['117.727', '117.727,', '某路', '117.727,200', '39566750.2,3826512.3'])(
    'refuses %s',
    (text) => expect(lonLatPair().read(text)).toEqual(refused('不是可用的经纬度')),
  )
})

describe('minutes and seconds behind the point', () => {
  it('come to degrees', () => expect(packedDegrees(117.43372)).toBeCloseTo(117.727, 9))
  it('cannot be more than 59', () => expect(packedDegrees(117.727)).toBeNaN())
})
