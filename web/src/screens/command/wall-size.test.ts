import { describe, expect, it } from 'vitest'
import { wallSize } from './wall-size.ts'

describe('the size of the wall', () => {
  it.each([
    [1920, 1080, { scale: 1, width: 1920, height: 1080, shape: 'desk', tight: false }],
    [3840, 2160, { scale: 2, width: 1920, height: 1080, shape: 'desk', tight: false }],
    [3840, 1080, { scale: 1, width: 3840, height: 1080, shape: 'wide', tight: false }],
    [2560, 1080, { scale: 1, width: 2560, height: 1080, shape: 'desk', tight: false }],
    [7680, 2160, { scale: 2, width: 3840, height: 1080, shape: 'wide', tight: false }],
    [1280, 800, { scale: 1, width: 1280, height: 800, shape: 'desk', tight: true }],
    [390, 844, { scale: 1, width: 390, height: 844, shape: 'phone', tight: true }],
  ])('fills %i × %i without bars and without blur', (width, height, expected) => {
    expect(wallSize(width, height)).toEqual(expected)
  })
})
