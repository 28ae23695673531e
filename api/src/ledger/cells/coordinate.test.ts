import { describe, expect, it } from 'vitest'
import { latitude, longitude } from './coordinate.ts'

describe('longitude', () => {
  it.each([
    ['117.7333', 117.7333],
    ['117°30′', 117.5],
    ['117°30′36″', 117.51],
    ['东经117度30分36秒', 117.51],
    ['117°30\'36"E', 117.51],
  ])('reads %s', (text, value) => {
    const reading = longitude().read(text)
    expect('value' in reading ? reading.value : Number.NaN).toBeCloseTo(value, 9)
  })

  it.each([
    ['34.56', '填反了'],
    ['abc', '不是可用的经度'],
    ['117°70′', '不是可用的经度'],
    ['0', '不是可用的经度'],
  ])('refuses %s', (text, message) => {
    expect(longitude().read(text)).toEqual({ fault: expect.stringContaining(message) })
  })
})

describe('latitude', () => {
  it('reads degrees', () => expect(latitude().read('34.562208')).toEqual({ value: 34.562208 }))
  it('notices a longitude', () =>
    expect(latitude().read('117.7')).toEqual({ fault: expect.stringContaining('填反了') }))
})
